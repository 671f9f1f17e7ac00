import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readComment } from './comment-forms.ts'

const KNOWN = new Map([
  ['Ada', 1],
  ['Jean-Luc', 2],
  ['Ada of the Sea', 3],
  ['Анна', 4],
  ['山田', 5],
  ['山田太郎', 6],
  ['สมชาย', 7],
  ['지수', 8],
  ['O’Neil', 9],
  ['Ada_', 10],
])

test('a mention links to whom it names, and stays as it was typed', () => {
  assert.equal(
    html('Ask @Ada, @Jean-Luc.'),
    '<p>Ask <a href="/people/1">@Ada</a>, <a href="/people/2">@Jean-Luc</a>.</p>\n',
  )
  assert.equal(html('(@"Ada of the Sea")'), '<p>(<a href="/people/3">@Ada of the Sea</a>)</p>\n')
  assert.equal(html('@Анна'), '<p><a href="/people/4">@Анна</a></p>\n')
  assert.equal(html('**@Ada**'), '<p><strong><a href="/people/1">@Ada</a></strong></p>\n')
})

test('what only looks like a mention stays text', () => {
  for (const words of ['ada@Ada', '@Nobody', '@@Ada', 'https://e.example/@Ada', '`@Ada`', '[@Ada](https://e.example)'])
    assert.doesNotMatch(html(words), /people/, words)
})

const READ: [words: string, mentioned: string][] = [
  ['@Ada’s ferry', '1'],
  ["@Ada's ferry", '1'],
  ['@Adaʼs ferry', '1'],
  ['@O’Neil’s ferry', '9'],
  ["@Jean-Luc's", '2'],
  ['@Ada-like', '1'],
  ['@Ada_ and @Ada__ and @Ada_b', '10 10'],
  ['@“Ada of the Sea” said', '3'],
  ['@„Ada of the Sea“ sagte', '3'],
  ['@«Ada of the Sea» et', '3'],
  ['@« Ada of the Sea »', '3'],
  ['@“Ada”', '1'],
  ['“@Ada”', '1'],
  ["@'Ada of the Sea' said", '3'],
  ['@‘Ada of the Sea’, then', '3'],
  ['@‚Ada of the Sea‘', '3'],
  ['@‹Ada of the Sea› et', '3'],
  ['@「Ada of the Sea」は', '3'],
  ['@‘O’Neil’', '9'],
  ['@Jean‑Luc', ''],
  ['@\u2068Ada\u2069 said', '1'],
  ['＠山田さん', '5'],
  ['x＠Ada', ''],
  ['@Ada＠harbour.example', ''],
  ['@山田さんは', '5'],
  ['@山田太郎さん', '6'],
  ['请@山田看', '5'],
  ['@Adaさん、', '1'],
  ['@สมชายครับ', '7'],
  ['@지수는', '8'],
  ['@Ada.Then', '1'],
  ['@Ada…', '1'],
  ['@ada@Ada.example', ''],
  ['@Ada@harbour.example says', ''],
  ['@山田@harbour.example', ''],
  ['@Ada.harbour.example', ''],
  ['@Adam and @Adaś', ''],
  ['ask ada@Ada or x@山田.example', ''],
]

for (const [words, mentioned] of READ)
  test(`whom “${words}” mentions is read by the names that there are`, () => {
    assert.equal([...html(words).matchAll(/people\/(\d+)/g)].map(([, id]) => id).join(' '), mentioned)
    assert.deepEqual(readComment(words).people(KNOWN).join(' '), [...new Set(mentioned.split(' '))].join(' '))
  })

test('names are found once each, and not endlessly many', () => {
  assert.deepEqual(names('@Ada and @Ada and @"Ada of the Sea" by x@y.example'), ['Ada', 'Ada of the Sea'])
  assert.equal(names(Array.from({ length: 30 }, (_, n) => `@n${n}`).join(' ')).length, 10)
})

function html(words: string) {
  return readComment(words).forms(KNOWN).html
}

function names(words: string) {
  return readComment(words).names
}
