import assert from 'node:assert/strict'
import { test } from 'node:test'
import { late } from './late.ts'

test('what is loaded late is loaded once for all who ask at first, and is there without a promise afterwards', async () => {
  let loads = 0
  const room = late(async () => ({ number: ++loads }))
  const first = await Promise.all([room(), room(), room()])
  assert.deepEqual(
    first.map(({ number }) => number),
    [1, 1, 1],
  )
  assert.equal(room(), first[0])
})

test('a load that failed is tried again by the next', async () => {
  let loads = 0
  const room = late(async () => {
    if (++loads === 1) throw new Error('no file is free')
    return loads
  })
  const both = await Promise.allSettled([room(), room()])
  assert.deepEqual(
    both.map(({ status }) => status),
    ['rejected', 'rejected'],
  )
  assert.equal(await room(), 2)
  assert.equal(room(), 2)
})
