import assert from 'node:assert/strict'
import { test } from 'node:test'
import { movedBy, scoreOf } from './linear-model.ts'
import { type Example, train } from './training.ts'

const NICE = [
  'The ferry leaves at nine',
  'A fair report, thank you',
  'Where does the source say that?',
  'I was at the harbour',
]
const NASTY = [
  'You liar, you filthy liar',
  'Buy cheap pills now',
  'All of them are filthy liars',
  'Cheap pills, buy them',
]

function examples(times: number): Example[] {
  const numbered = (lines: readonly string[], isRemoved: boolean) =>
    Array.from({ length: times }, (_, n) => ({ words: `${lines[n % lines.length]} ${n}`, isRemoved }))
  return [...numbered(NICE, false), ...numbered(NASTY, true)]
}

test('words like those that were removed score higher than words like those that were kept', () => {
  const { model } = train(examples(40))
  assert.ok(scoreOf(model, 'liars and cheap pills') > 0.8)
  assert.ok(scoreOf(model, 'thank you for the report on the harbour') < 0.2)
})

test('the same decisions teach the same', () => {
  assert.deepEqual(train(examples(20)), train(examples(20)))
})

test('it says which words moved a score, and which way', () => {
  const { model } = train(examples(40))
  const moved = new Map(movedBy(model, 'A fair report of filthy pills', 20).map(({ piece, by }) => [piece, by]))
  assert.ok(moved.get('filthy')! > 0 && moved.get('pills')! > 0)
  assert.ok(moved.get('report')! < 0)
})

test('a text without words, and one of nothing it knows, say nothing either way', () => {
  const { model } = train(examples(40))
  const neither = scoreOf(model, '')
  assert.equal(scoreOf(model, ' \n '), neither)
  assert.ok(neither > 0.2 && neither < 0.8)
})

test('what was removed once and kept once teaches nothing wrong', () => {
  const { model } = train([
    { words: 'the same', isRemoved: true },
    { words: 'the same', isRemoved: false },
  ])
  assert.ok(Number.isFinite(scoreOf(model, 'the same')))
})
