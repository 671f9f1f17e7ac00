import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BoundedCache } from './bounded-cache.ts'

function full() {
  const gone: string[] = []
  const cache = new BoundedCache<string, number>(3, (key) => gone.push(key))
  for (const [value, key] of ['a', 'b', 'c'].entries()) cache.set(key, value)
  return { cache, gone }
}

test('what was asked for longest ago leaves first', () => {
  const { cache, gone } = full()
  for (const key of ['c', 'a', 'a', 'c']) cache.get(key)
  for (const key of ['d', 'e', 'f']) cache.set(key, 9)
  assert.deepEqual(gone, ['b', 'a', 'c'])
})

test('a value that left and came back is the newest again', () => {
  const { cache, gone } = full()
  cache.delete('c')
  cache.set('c', 7)
  for (const key of ['a', 'b', 'c']) cache.get(key)
  cache.set('d', 9)
  assert.deepEqual([gone, cache.get('c'), cache.weight], [['c', 'a'], 7, 3])
})

test('a value that weighs more than all may is not kept', () => {
  const { cache, gone } = full()
  cache.set('d', 9, 4)
  cache.set('a', 9, 2)
  assert.deepEqual([cache.get('d'), gone, cache.weight], [undefined, ['a', 'b'], 3])
})
