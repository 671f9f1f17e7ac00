import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { prefetching } from './prefetch.ts'

test('each piece is worked on while the next one is made, and never two at a time', async () => {
  const said: string[] = []
  function* pieces() {
    for (const piece of [1, 2, 3]) {
      said.push(`make ${piece}`)
      yield piece
    }
  }
  await prefetching(pieces(), async (piece) => {
    said.push(`begin ${piece}`)
    await setImmediate()
    said.push(`end ${piece}`)
  })
  assert.deepEqual(said, ['make 1', 'begin 1', 'make 2', 'end 1', 'begin 2', 'make 3', 'end 2', 'begin 3', 'end 3'])
})

test('when no further piece can be made, it throws once nothing is at work', async () => {
  let done = false
  function* pieces() {
    yield 1
    throw new Error('no more')
  }
  const work = async () => {
    await setImmediate()
    done = true
  }
  await assert.rejects(prefetching(pieces(), work), /no more/)
  assert.ok(done)
})

test('trouble with a piece ends it before another is worked on', async () => {
  const worked: number[] = []
  const work = async (piece: number) => {
    worked.push(piece)
    await setImmediate()
    throw new Error('too heavy')
  }
  await assert.rejects(prefetching([1, 2, 3], work), /too heavy/)
  assert.deepEqual(worked, [1])
})
