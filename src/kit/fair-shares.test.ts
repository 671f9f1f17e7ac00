import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createFairShares } from './fair-shares.ts'

test('nobody takes more than is left to others, and what is given back can be taken again', () => {
  const shares = createFairShares(8)
  const take = (who: string | null, times: number) =>
    Array.from({ length: times }, () => shares.take(who, 1)).filter(Boolean).length
  assert.equal(take('tern', 8), 4)
  assert.equal(take('gull', 8), 2)
  assert.equal(take('auk', 8), 1)
  assert.equal(take(null, 8), 1)
  for (let n = 0; n < 4; n++) shares.giveBack('tern', 1)
  assert.equal(take('auk', 8), 2)
  assert.equal(shares.take('skua', 3), false, 'all of it or nothing')
  assert.equal(take(null, 8), 2)
})
