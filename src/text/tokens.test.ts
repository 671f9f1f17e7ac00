import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { fc } from '../../test/support/chance.ts'
import { termsIn, tokensIn, wantedIn } from './tokens.ts'

/** Whether the typed words are found in a text. */
function finds(typed: string, text: string, language: string | null = null): boolean {
  const terms = new Set(termsIn(text, language))
  const wanted = wantedIn(typed)
  return wanted.length > 0 && wanted.every((any) => any.some((term) => terms.has(term)))
}

const INFLECTED: readonly (readonly string[])[] = [
  ['корабль', 'корабли', 'кораблей', 'кораблями', 'Кораблём'],
  ['паром', 'парома', 'паромы', 'паромов'],
  ['Fähre', 'Fähren'],
  ['Haus', 'Hauses', 'Häuser', 'Häusern', 'HÄUSER'],
  ['Straße', 'Strassen', 'STRASSE'],
  ['ferry', 'ferries', 'Ferry’s'],
  ['sailing', 'sailed', 'sails'],
  ['السفينة', 'سفينة', 'سَفِينَة'],
  ['marées', 'marée'],
]

for (const forms of INFLECTED)
  test(`any form finds any other, whatever the language is said to be: ${forms.join(', ')}`, () => {
    for (const typed of forms)
      for (const written of forms) assert.ok(finds(typed, `… ${written}!`), `${typed} in ${written}`)
  })

const PROMISED = readFileSync(path.join(import.meta.dirname, '../../docs/search.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:---|looked for)/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, 4)
      .map((cell) =>
        cell
          .split(',')
          .map((word) => word.trim())
          .filter(Boolean),
      ),
  )

for (const [[typed = ''] = [], found = [], others = []] of PROMISED)
  test(`${typed} finds what docs/search.md promises, and no more`, () => {
    for (const written of found) assert.ok(finds(typed, `… ${written}!`), `${typed} in ${written}`)
    for (const written of others) assert.ok(!finds(typed, `… ${written}!`), `${typed} in ${written}`)
  })

test('a word has the same terms whichever apostrophe it was written with', () => {
  for (const word of ["об'єкт", "o'zbek", "Qur'an", "ג'ירפה", "l'eau", "Hawai'i"])
    for (const apostrophe of '’ʼʻʾʿ׳＇')
      assert.deepEqual(termsIn(word.replace("'", apostrophe), null), termsIn(word, null), word + apostrophe)
})

test('the page of the search gives examples', () => assert.ok(PROMISED.length >= 12))

test('a form is found in a sentence of its language', () => {
  assert.ok(finds('корабль', 'Десять кораблей ушло, и ни один не вернулся.'))
  assert.ok(finds('Fähre', 'Die letzten Fähren fuhren nicht mehr.'))
  assert.ok(finds('Haus', 'Die Häuser am Hafen sind alle verkauft.'))
  assert.ok(finds('source', 'It names two sources.', 'en'))
})

test('what Snowball does not join is not found: an irregular plural, a broken plural, two words in one', () => {
  assert.ok(!finds('человек', 'Люди ждали.'))
  assert.ok(!finds('ميناء', 'الموانئ'))
  assert.ok(!finds('Hafen', 'Fährhafen'))
})

test('Chinese is found inside a longer run, one character or many', () => {
  const text = '昨天我们坐渡轮去了港口。'
  for (const typed of ['渡轮', '轮', '坐渡轮去', '港口']) assert.ok(finds(typed, text), typed)
  for (const typed of ['轮渡', '飞机', '渡口']) assert.ok(!finds(typed, text), typed)
})

test('Japanese kana are found by neighbours, Thai by the words of its dictionary', () => {
  assert.ok(finds('フェリー', 'あのフェリーは遅い'))
  assert.ok(finds('เรือ', 'เรือข้ามฟากออกเก้าโมง'))
})

test('all words must be there, in any order and any script', () => {
  const text = 'The 渡轮 «Корабль надежды» left at 9.30, nobody knows why — السفينة too'
  assert.ok(finds('корабли 渡轮 ferry', `${text} ferries`))
  assert.ok(finds('سفينة 9.30 LEFT', text))
  assert.ok(!finds('корабли submarine', text))
})

test('operators of search languages are no words', () => {
  for (const typed of ['"', '*', '&', '|', '!', ':*', '()', '"" ** &!', '--', '\u0000', '   '])
    assert.deepEqual(wantedIn(typed), [], typed)
  assert.deepEqual(wantedIn('NEAR'), wantedIn('near'))
  assert.deepEqual(wantedIn('"ferry" & !harbour:*'), wantedIn('ferry harbour'))
})

test('letters, digits and marks alone are in a term, and never too many', () => {
  const text = `it's l’eau e.mail@x.example 3.5% «½» a_b C++ ﷺ ${'x'.repeat(500)} ${'𐐀'.repeat(500)} soft\u00adhyphen`
  for (const term of termsIn(text, null)) {
    assert.match(term, /^[\p{L}\p{N}\p{M}]+$/u)
    assert.doesNotMatch(term, /[A-Z]/)
    assert.ok(Array.from(term).length <= 64 && term.isWellFormed())
  }
  assert.ok(finds('softhyphen', text))
  assert.ok(finds('eau', text))
})

test('words that were met before stand where the whole text has them', () => {
  const pieces = [
    'it’s',
    'a.b',
    '9.30',
    '3,5',
    'é',
    'e\u0301',
    '\u0301',
    '\u200d',
    ' ',
    '  ',
    '\n',
    ' ',
    '-',
    '…',
    'ß',
    'ن',
    'เรือข้าม',
    '港',
    '_',
    '👩\u200d🚀',
    '🇩🇪',
    '\u00ad',
  ]
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((some) => some.join(''))
  const whole = new Intl.Segmenter('und', { granularity: 'word' })
  const property = fc.property(texts, (text) => {
    const words = [...whole.segment(text.replaceAll('港', ' '))].filter(({ isWordLike }) => isWordLike)
    const expected = words.filter(({ segment }) => /[\p{L}\p{N}\p{M}]/u.test(segment)).map(({ index }) => index)
    const starts = tokensIn(text, null).map(({ start }) => start)
    assert.deepEqual(
      starts.filter((start) => text[start] !== '港'),
      expected,
    )
  })
  fc.assert(property, { numRuns: 3_000 })
})

test('a token says where its word stands', () => {
  const text = 'Die Fähren, 渡轮 и корабли'
  const said = tokensIn(text, null).map(({ start, end }) => text.slice(start, end))
  assert.deepEqual(said, ['Die', 'Fähren', 'и', 'корабли', '渡', '轮', '渡轮'])
})

test('the language that is known decides, and a tag that is none is no obstacle', () => {
  assert.ok(termsIn('sources', 'en').includes('sourc'))
  assert.deepEqual(termsIn('sources', 'pl'), ['sources'])
  assert.ok(termsIn('корабли', 'en').includes('корабл'))
  assert.ok(termsIn('sources', 'no such tag').includes('sourc'))
})
