import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../test/support/chance.ts'
import { type ChangedLine, wordChanges } from './word-changes.ts'

const marked = (lines: readonly ChangedLine[]) =>
  lines.map(({ before, after }) =>
    [before, after].map((runs) => runs.map(({ words, isChanged }) => (isChanged ? `[${words}]` : words)).join('')),
  )

test('names the words that became others, and leaves the rest', () => {
  assert.deepEqual(marked(wordChanges('It leaves at nine.\nDaily.', 'It leaves at ten.\nDaily.')), [
    ['It leaves at [nine].', 'It leaves at [ten].'],
    ['Daily.', 'Daily.'],
  ])
})

test('sets a line that came or went beside nothing', () => {
  assert.deepEqual(marked(wordChanges('One.', 'One.\n\nTwo.')), [
    ['One.', 'One.'],
    ['', ''],
    ['', '[Two.]'],
  ])
})

test('loses no letter of either text', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'ж', '.', "'") })
  const joined = (lines: readonly ChangedLine[], side: 'before' | 'after') =>
    lines.map((line) => line[side].map(({ words }) => words).join('')).join('')
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = wordChanges(before, after)
      assert.equal(joined(lines, 'before'), before.replaceAll('\n', ''))
      assert.equal(joined(lines, 'after'), after.replaceAll('\n', ''))
    }),
  )
})
