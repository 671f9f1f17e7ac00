import assert from 'node:assert/strict'
import { test } from 'node:test'
import { coalesced } from './coalesce.ts'

test('whoever asks, in whichever moment, is answered after work that began later', async () => {
  for (let moment = 0; moment < 12; moment++) {
    let begun = 0
    const gate = Promise.withResolvers<void>()
    const wake = coalesced(async () => {
      begun++
      await gate.promise
    })
    const first = wake()
    gate.resolve()
    for (let step = 0; step < moment; step++) await undefined
    const before = begun
    await wake()
    assert.ok(begun > before, `nothing began for one who asked ${moment} steps after the end`)
    await first
  }
})

test('never two at a time, and once more for all who ask meanwhile', async () => {
  let [under, most, begun] = [0, 0, 0]
  const wake = coalesced(async () => {
    begun++
    most = Math.max(most, ++under)
    await new Promise((resolve) => setImmediate(resolve))
    under--
  })
  await Promise.all(Array.from({ length: 50 }, () => wake()))
  assert.deepEqual([begun, most], [2, 1])
})

test('work that fails is told to those who wait, and may be asked for again', async () => {
  let begun = 0
  const wake = coalesced(async () => {
    if (++begun === 1) throw new Error('no')
  })
  await assert.rejects(wake(), /no/)
  await wake()
  assert.equal(begun, 2)
})
