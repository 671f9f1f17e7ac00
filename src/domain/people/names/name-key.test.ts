import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { reading, sharedFile } from '../../../../test/support/shared.ts'
import { skeleton } from '../../../text/skeleton.ts'
import { likelyKeys, lookKeys, nameKey } from './name-key.ts'

const TABLE = 'corpora/unicode/confusables.txt'

test('is the same for names that are taken for one another', () => {
  const alike = [
    ['Ivan', 'lvan', 'IVAN', 'ⅼvan', '1van', 'Ivаn', 'I​van'],
    ['TOM', 'ТОМ', 'tom', 'Тom', 'том', 'ＴＯＭ'],
    ['Straße', 'STRASSE'],
    ['Котофей', 'КОТОФЕЙ'],
    ['Two  Words', 'two\u00A0words'],
    ['می\u200Cخواهم', 'میخواهم'],
    [
      'Ada',
      'Ada\u2800',
      '\u2800Ada\u3164',
      'A\u115Fd\u1160a\uFFA0',
      'Ada\u{1D159}',
      'Ad\uFE0Fa\u{E0100}',
      'A\u034Fda\u{E0041}',
    ],
    ['Ada Lovelace', 'Ada\u2800Lovelace'],
    ['Ada', 'ᴀᴅᴀ', 'ᴬᴰᴬ', 'ᵃᵈᵃ', 'ₐdₐ', 'ⒶⒹⒶ', '🄰🄳🄰', '🅰🅳🅰', '🅐🅓🅐', '🇦🇩🇦', '𝔄𝔡𝔞', 'ꓮꓓꓮ', 'ᎪᎠᎪ', 'ꭺꭰꭺ', 'ᗅᗪᗅ', 'ΑDΑ'],
    ['Mary', 'ᴍᴀʀʏ', 'ᴹᵃʳʸ', 'ᴍаʀу'],
    ['Felix', 'ꜰᴇʟɪx', 'Fᴇʟɪⅹ'],
    ['Kate', 'ᴋᴀᴛᴇ', 'ĸate', 'Κate', 'ⲕate'],
    ['Ⅿ Ⅽ', 'M C', 'Ⲙ C'],
    ['Nick', 'Νick', 'ɴɪᴄᴋ', 'ℕick', 'Ⲛick'],
    ['Yves', 'Υves', 'ʏᴠᴇꜱ', 'ⲩves'],
    ['Vick', 'νick', 'ᴠɪᴄᴋ', 'Ⅴick'],
    ['STRASSE', 'Straβe'],
    ['Νίκος', 'νίκος', 'ΝΊΚΟΣ'],
    ['Илья', 'ᴎлья', 'ИЛЬЯ'],
  ]
  for (const [first, ...others] of alike) {
    for (const other of others) assert.equal(nameKey(other), nameKey(first!), `${other} and ${first}`)
  }
})

test('sets apart what no reader would mix up', () => {
  const names = ['Nick', 'Vick', 'Иван', 'Ivan', 'Kotofey', 'Котофей', 'Mona', 'Nora', 'Tern 2', 'Tern 3', '猫', '狗']
  assert.equal(new Set(names.map(nameKey)).size, names.length)
})

test('is seen as Latin where every letter of another script is', () => {
  const [anna] = lookKeys('Anna')
  for (const one of ['ΑΝΝΑ', 'АNΝА', 'ⲀⲚⲚⲀ'.replaceAll('Ⲁ', 'A')]) {
    assert.ok(lookKeys(one).includes(anna!), one)
    assert.ok(likelyKeys('Anna').includes(nameKey(one)), one)
  }
  assert.deepEqual(lookKeys('Vick'), [nameKey('Vick')])
  assert.ok(!lookKeys('Nick').includes(nameKey('Vick')))
})

test('is one in every case', () => {
  const apart: string[] = []
  for (let code = 0x80; code < 0x1_20_00; code++) {
    const letter = String.fromCodePoint(code)
    const [capital, small] = [`${letter}жж`, `${letter.toLowerCase()}жж`]
    if (/^\p{Lu}$/u.test(letter) && nameKey(capital) !== nameKey(small)) apart.push(letter)
  }
  assert.deepEqual(apart, [])
})

test("follows Unicode's table of confusable characters", reading(TABLE), () => {
  const pairs = pairsIn(readFileSync(sharedFile(TABLE)!, 'utf8'))
  assert.equal(pairs.length, 6_311)
  // UTS 39 takes characters apart first, so that lines about composed ones cannot be reached.
  const reachable = pairs.filter((pair) => pair.every((text) => text.normalize('NFD') === text))
  const missed = reachable.filter(([source, target]) => skeleton(source) !== skeleton(target))
  assert.deepEqual(missed, [])
  assert.ok(reachable.length > 5_000, `${reachable.length}`)
})

test('keeps nearly all of the table for names in small letters', reading(TABLE), () => {
  const isSmall = (text: string) => text.normalize('NFKC').toLowerCase().normalize('NFD') === text
  const pairs = pairsIn(readFileSync(sharedFile(TABLE)!, 'utf8')).filter((pair) => pair.every(isSmall))
  const missed = pairs.filter(([source, target]) => nameKey(source) !== nameKey(target))
  assert.ok(missed.length / pairs.length < 0.03, `${missed.length} of ${pairs.length}`)
})

function pairsIn(table: string): [string, string][] {
  const lines = table.matchAll(/^([0-9A-F]+) ;\t([0-9A-F ]+) ;/gm)
  return [...lines].map(([, source, target]): [string, string] => [text(source!), text(target!)])
}

function text(codePoints: string) {
  return String.fromCodePoint(
    ...codePoints
      .trim()
      .split(' ')
      .map((hex) => Number.parseInt(hex, 16)),
  )
}
