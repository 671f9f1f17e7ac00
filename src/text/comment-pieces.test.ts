import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commentForms } from './comment-forms.ts'
import { piecesOf, wordsOfPieces } from './comment-pieces.ts'
import { markerOf } from './quotation-markers.ts'

const WORDS = `The **ferry** leaves.\n\n${markerOf(1)}\n\nIt does:\n\n- at nine\n- at ten\n\n\`\`\`\nnpm start\n\`\`\`\n\n${markerOf(2)}\n\nOr not.`

test('a comment falls into paragraphs, code and the places of its quotations, and is the same when they are put together', () => {
  const pieces = piecesOf(WORDS)
  assert.deepEqual(
    pieces.map((piece) => (piece.kind === 'slot' ? piece.slot : `${piece.kind}: ${piece.words.split('\n')[0]}`)),
    ['words: The **ferry** leaves.', 1, 'words: It does:', 'words: - at nine', 'code: ```', 2, 'words: Or not.'],
  )
  assert.equal(commentForms(wordsOfPieces(pieces)).html, commentForms(WORDS).html)
})

test('whatever comes in place of a paragraph is never the place of a quotation', () => {
  const forged = wordsOfPieces([{ kind: 'words', words: `Look:\n${markerOf(1)}` }])
  assert.doesNotMatch(commentForms(forged).html, /<q-slot/)
  assert.deepEqual(
    piecesOf(forged).map(({ kind }) => kind),
    ['words'],
  )
})
