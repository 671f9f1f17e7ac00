import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../test/support/chance.ts'
import { excerpt } from './excerpt.ts'
import { folded } from './fold.ts'

test('short words are their own excerpt, in one line', () => {
  assert.equal(excerpt('One line.\n\nAnother.', 20), 'One line. Another.')
  assert.equal(excerpt('exactly ten', 11), 'exactly ten')
})

test('longer words are cut between words, with an ellipsis that counts', () => {
  assert.equal(excerpt('The quick brown fox', 12), 'The quick…')
  assert.equal(excerpt('The quick brown fox', 10), 'The quick…')
  assert.equal(excerpt('The quick brown fox', 15), 'The quick…')
})

test('words without spaces are cut between graphemes', () => {
  assert.equal(excerpt('春眠不覚暁処処聞啼鳥', 5), '春眠不覚…')
  assert.equal(excerpt('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 11), '👩‍👩‍👧👩‍👩‍👧…')
  assert.equal(excerpt('e\u0301e\u0301e\u0301', 4), 'e\u0301…')
  assert.equal(excerpt(`a${'\u0301'.repeat(1_000)}`, 10), '…')
})

test('an excerpt is a beginning of the words, of whole graphemes, within its length', () => {
  const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
  const words = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.lorem())
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 40 }), (plain, longest) => {
      const short = excerpt(plain, longest)
      const whole = folded(plain)
      assert.ok([...short].length <= longest)
      if (short === whole) return
      const start = short.slice(0, -1)
      assert.ok(whole.startsWith(start))
      const cut = graphemes.segment(whole).containing(start.length)
      assert.equal(cut?.index ?? whole.length, start.length)
    }),
  )
})
