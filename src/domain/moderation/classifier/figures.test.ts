import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figuresFrom, ranking, type Scored } from './figures.ts'

const FOUR: readonly Scored[] = [
  { score: 0.9, isRemoved: true },
  { score: 0.7, isRemoved: false },
  { score: 0.6, isRemoved: true },
  { score: 0.1, isRemoved: false },
]

test('precision is of what was found, recall of what was removed', () => {
  const { found, precision, recall } = figuresFrom(FOUR, 0.65)
  assert.deepEqual([found, precision, recall], [2, 1 / 2, 1 / 2])
  assert.deepEqual([figuresFrom(FOUR, 0.6).precision, figuresFrom(FOUR, 0.6).recall], [2 / 3, 1])
})

test('where nothing is found, nothing is found wrongly', () => {
  assert.deepEqual([figuresFrom(FOUR, 1).precision, figuresFrom(FOUR, 1).recall], [1, 0])
})

test('the ranking is the share of pairs that stand in the right order', () => {
  assert.equal(ranking(FOUR), 3 / 4)
  assert.equal(ranking(FOUR.map((one) => ({ ...one, score: 0.5 }))), 1 / 2)
})
