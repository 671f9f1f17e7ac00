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
]

for (const name of HONEST) {
  test(`takes “${name}” as it is`, () => assert.equal(nameFrom(` ${name}\n`), name))
}

const REFUSED: Record<string, string[]> = {
  'name.missing': ['', '  ', '\u00AD', '\u200B\u200B'],
  'name.too-long': ['x'.repeat(41), `a${'\u0301'.repeat(400)}`],
  'name.unseen': [
    '\u3164',
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
