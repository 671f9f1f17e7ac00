import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameFrom } from './name.ts'

const HONEST = [
  'Tern',
  'К. Отофей',
  'محمد علی',
  'می\u200Cخواهم',
  'क्\u200Dष',
  '猫',
  'O’Neil',
  '👩\u200D👩\u200D👧 & 🏳️\u200D🌈',
  '=:-)',
  'x'.repeat(40),
  'שָּׁלוֹם',
  'क्षि',
  'สิ้ม',
  'Nguyễn',
  'a\u0301\u0302\u0303\u0304',
  'မန္တလေး',
  'ភ្នំពេញ',
]

for (const name of HONEST) {
  test(`takes “${name}” as it is`, () => assert.equal(nameFrom(` ${name}\n`), name))
}

const REFUSED: Record<string, string[]> = {
  'name.missing': [
    '',
    '  ',
    '\u00AD',
    '\u200B\u200B',
    '\u2800\u2800',
    '\u3164',
    '\u115F\u1160',
    '\uFFA0',
    '\u{1D159}',
    '\u0301',
  ],
  'name.too-long': ['x'.repeat(41), `a${'\u0301'.repeat(400)}`],
  'name.marks': [`a${'\u0301'.repeat(5)}`, `Z${'\u0301\u0489'.repeat(3)}oe`, `ề${'\u0323\u0331\u0330'}`],
  'name.unseen': [
    'Ada\u2800',
    'A\u2800da',
    'Ada\u3164',
    'Ada\uFFA0',
    'Ada\uFE0F',
    'Ada\u{E0100}',
    'Ada\u034F',
    'Ada\uFFFC',
    'Ada\u1039',
    'Ada\u{11A47}',
    'A\u17D2da',
    'Ada\u{1107F}',
    'Ada\u2D7F',
    'a\u0000b',
    'a\nb',
    'a\u2028b',
    'admin\u202Enimda',
    'a\u2066b',
    'a\u200Eb',
    'a\u200Bb',
    'a\uD800',
    'a\uE000',
    'a\u00ADb',
    'a\u{E0041}',
  ],
}

for (const [key, names] of Object.entries(REFUSED)) {
  for (const name of names) {
    test(`refuses ${JSON.stringify(name).slice(0, 30)} (${key})`, () => assert.throws(() => nameFrom(name), { key }))
  }
}
