import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { createFairTurns } from './fair-turns.ts'

test('who brings many works delays their own, and others have their turn between', async () => {
  const turns = createFairTurns(4, 16)
  const begun: string[] = []
  const bring = (peer: string, times: number) =>
    Array.from({ length: times }, (_, n) => turns.take(peer, () => begun.push(`${peer} ${n}`)))
  assert.ok(bring('tern', 6).every(Boolean))
  assert.deepEqual(begun, ['tern 0', 'tern 1'], 'half is left to others')
  bring('gull', 2)
  assert.deepEqual(begun.splice(0), ['tern 0', 'tern 1', 'gull 0'])
  turns.end('tern')
  await setImmediate()
  assert.deepEqual(begun.splice(0), ['tern 2'])
  turns.end('gull')
  turns.end('tern')
  await setImmediate()
  assert.deepEqual(begun.splice(0), ['gull 1', 'tern 3'])
})

test('when too many wait, one more is refused', () => {
  const turns = createFairTurns(2, 2)
  const take = (peer: string) => turns.take(peer, () => {})
  assert.deepEqual(
    [take('tern'), take('tern'), take('tern'), take('gull'), take('auk')],
    [true, true, false, true, true],
  )
})

test('where many wait, whoever has waited too long is turned away, the oldest first, and a few wait on', async () => {
  const turns = createFairTurns(2, 100, { many: 3, longestMs: 0 })
  const [begun, away]: [number[], number[]] = [[], []]
  for (let n = 0; n < 8; n++)
    turns.take(
      `reader ${n}`,
      () => begun.push(n),
      () => away.push(n),
    )
  assert.deepEqual(begun.splice(0), [0, 1])
  assert.deepEqual(away, [2, 3, 4])
  turns.end('reader 0')
  turns.end('reader 1')
  await setImmediate()
  assert.deepEqual(begun, [5], 'those who are left have their turn, however long it takes')
  assert.deepEqual(away, [2, 3, 4])
})

test('what begins leaves time to hear others after a few', async () => {
  const turns = createFairTurns(1_000, 1_000)
  const begun: number[] = []
  for (let n = 0; n < 100; n++) turns.take('tern', () => begun.push(n))
  const atOnce = begun.length
  assert.ok(atOnce < 50)
  await setImmediate()
  assert.ok(begun.length > atOnce && begun.length < 100)
  while (begun.length < 100) await setImmediate()
  assert.deepEqual(begun, [...begun.keys()])
})

test('from when somebody was turned away until few wait, half is under way and no more wait than may for long', async () => {
  const turns = createFairTurns(8, 100, { many: 4, longestMs: 0 })
  const [begun, away]: [number[], number[]] = [[], []]
  const bring = (n: number) =>
    turns.take(
      `reader ${n}`,
      () => begun.push(n),
      () => away.push(n),
    )
  for (let n = 0; n < 13; n++) bring(n)
  assert.deepEqual([begun.splice(0), away], [[0, 1, 2, 3, 4, 5, 6, 7], [8]])
  assert.deepEqual(
    [turns.refuses('reader 9'), turns.refuses('reader 13')],
    [true, false],
    'each has a part of the line',
  )
  const end = async (n: number) => {
    turns.end(`reader ${n}`)
    await setImmediate()
    return begun.splice(0)
  }
  for (const n of [0, 1, 2, 3]) assert.deepEqual(await end(n), [])
  assert.deepEqual([await end(4), await end(5), await end(6)], [[9], [10], [11]])
  assert.equal(turns.refuses('reader 12'), false)
  assert.deepEqual(await end(7), [12])
  assert.ok(bring(13))
  assert.deepEqual(begun.splice(0), [13], 'whoever comes begins at once again')
})

test('while others are coming they are heard before works go on, but not for long', async () => {
  let areComing = true
  const turns = createFairTurns(1_000, 1_000, undefined, () => areComing)
  let begun = 0
  const bringMany = () => {
    for (let n = 0; n < 100; n++) turns.take('tern', () => begun++)
  }
  bringMany()
  while (begun < 40) await setImmediate()
  const before = begun
  for (let round = 0; round < 3; round++) await setImmediate()
  assert.equal(begun, before)
  while (begun === before) await setImmediate()
  areComing = false
  while (begun < 100) await setImmediate()
})
