import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftOf } from '../../../discussion/index.ts'
import { fingerprint } from './repeated-text.ts'

const WORDS = 'Cheap shoes are sold by the harbour, and nobody has looked.'
const of = (words: string) => fingerprint(draftOf(words))

test('the same words are known again whatever stands between them', () => {
  for (const same of [
    'cheap shoes are SOLD by the harbour and nobody has looked',
    'Cheap **shoes** are sold by the harbour — and nobody has looked!!!',
    'Ｃheap shoes are sold by the harbour, and nobody\n\nhas looked.',
  ])
    assert.equal(of(same), of(WORDS), same)
  assert.notEqual(of('Cheap shoes are sold by the harbour, and somebody has looked.'), of(WORDS))
})

test('what people say again and again is no repetition, unless it leads somewhere', () => {
  for (const words of ['Thanks!', 'I agree with every word of that.', '👍', 'http is a protocol'])
    assert.equal(of(words), null, words)
  assert.notEqual(of('http://shoes.example'), null)
  assert.notEqual(of('[here](https://shoes.example)'), null)
})
