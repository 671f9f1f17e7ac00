import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../test/support/chance.ts'
import { commentHtml } from '../../text/comment-html.ts'
import { plainArticle, plainComment } from '../../text/plain.ts'
import { literal } from './literal.ts'

const MARKS = [
  ...'\\`*_{}[]()#+-.!<>&|~=:;"\'/ ',
  '1',
  '20',
  'a',
  'é',
  'amp',
  'lt;',
  '](',
  '**',
  '```',
  '[[quotation:1]]',
  '\n',
]

test('any text shows as itself, whatever Markdown would make of it', () => {
  const texts = fc
    .array(fc.constantFrom(...MARKS), { maxLength: 40, size: 'max' })
    .map((marks) => linesOf(marks.join('')))
  fc.assert(
    fc.property(texts, (text) => {
      assert.equal(plainComment(literal(text)), text)
      assert.equal(plainArticle(literal(text)), text)
    }),
    { numRuns: 3_000 },
  )
})

test('text makes nothing but paragraphs and line breaks', () => {
  const html = commentHtml(
    literal('# one\n- two\n> three\n4) four\n***\n[[quotation:1]]\n<b onclick="x">\n![five](/six)'),
  )
  assert.equal(html.replace(/&\w+;/g, '').match(/<(?!br\b|\/?p>)[^>]*>/g), null)
})

test('a bare address still leads where it says', () => {
  const html = commentHtml(literal('See https://example.org/a_b?c=1&d=2 for more.'))
  assert.match(html, /href="https:\/\/example\.org\/a_b\?c=1&amp;d=2"/)
})

test('ordinary words stay as they are', () => {
  const words = 'Well-known "words" (with some marks): 5 + 6 = 11, and snake_case & more...'
  assert.equal(literal(words), words)
})

function linesOf(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}
