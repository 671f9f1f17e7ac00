import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commentHtml, commentTokens } from './comment-html.ts'
import { namesIn } from './mentions.ts'

const KNOWN = new Map([
  ['Ada', 1],
  ['Jean-Luc', 2],
  ['Ada of the Sea', 3],
  ['Анна', 4],
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

test('names are found once each, and not endlessly many', () => {
  assert.deepEqual(names('@Ada and @Ada and @"Ada of the Sea" by x@y.example'), ['Ada', 'Ada of the Sea'])
  assert.equal(names(Array.from({ length: 30 }, (_, n) => `@n${n}`).join(' ')).length, 10)
})

function html(words: string) {
  return commentHtml(words, KNOWN)
}

function names(words: string) {
  return namesIn(commentTokens(words))
}
