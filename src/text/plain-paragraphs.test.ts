import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../test/support/chance.ts'
import { commentHtml, parsedCommentHtml } from './comment-html.ts'
import { parsedPlainComment, plainComment } from './plain.ts'
import { plainParagraphs } from './plain-paragraphs.ts'

const PIECES = [
  'a',
  'Зд',
  '港',
  'ن',
  'e\u0301',
  '7',
  '.',
  ',',
  '!',
  '-',
  '(',
  ')',
  ' ',
  '\n',
  '\n\n',
  '…',
  '«',
  "'",
  '+',
  '%',
  '。',
  '[[quotation:1]]',
  '\n\n[[quotation:23]]\n\n',
  '，',
  '؟',
  '：',
  '*',
  '_',
  '`',
  '#',
  '>',
  '[',
  ']',
  '&',
  '<',
  '"',
  '\\',
  ':',
  '/',
  'https://x.org',
  '1.',
  '    ',
  '=',
  '|',
]
const typed = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''))

test('words without Markdown become what the parser makes of them', () => {
  let plain = 0
  const plainMostly = fc
    .array(fc.constantFrom(...PIECES.slice(0, 26)), { maxLength: 30 })
    .map((pieces) => pieces.join(''))
  const property = fc.property(fc.oneof(typed, plainMostly), (words) => {
    if (plainParagraphs(words)) plain++
    assert.equal(commentHtml(words), parsedCommentHtml(words))
    assert.equal(plainComment(words), parsedPlainComment(words))
  })
  fc.assert(property, { numRuns: 5_000 })
  assert.ok(plain > 100, `${plain} of them were plain`)
})

test('common words in every script are taken for plain', () => {
  for (const words of [
    'No.',
    'I asked (twice), and they said no',
    'В порту\nтой ночью.',
    '报道提到两个消息来源',
    'One.\n\nTwo.',
    '[[quotation:1]]\n\nNo.',
    'One.\n\n[[quotation:1]]\n\n\n[[quotation:2]]',
  ])
    assert.ok(plainParagraphs(words), words)
  for (const words of [
    '',
    '- no',
    '1. no',
    '*no*',
    'a  b',
    ' a',
    'a ',
    'a:',
    'a\n===',
    'a\n    b',
    'a\n[[quotation:1]]',
    '[[quotation:0]]',
  ])
    assert.equal(plainParagraphs(words), undefined, words)
})
