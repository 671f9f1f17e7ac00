import assert from 'node:assert/strict'
import { test } from 'node:test'
import { solved } from '../../client/reading/solve.ts'
import { createProofOfWork } from './proof-of-work.ts'

const DAY_MS = 86_400_000
const secret = 'a secret of the tests, long enough for any purpose'

async function proofBy(work: ReturnType<typeof createProofOfWork>): Promise<string> {
  return (await solved(await work.task()))!
}

test('what the worker of a page answers is taken once', async () => {
  const work = createProofOfWork(secret, undefined, Date.now)
  const proof = await proofBy(work)
  const asked = await Promise.all([work.isDone(proof), work.isDone(proof)])
  assert.deepEqual(asked.toSorted(), [false, true])
  assert.equal(await work.isDone(proof), false)
})

test('what another signed, what was changed and what is late is no proof', async () => {
  let ahead = 0
  const work = createProofOfWork(secret, undefined, () => Date.now() + ahead)
  const proof = await proofBy(work)
  const parsed = JSON.parse(proof)
  const changed = (change: (one: typeof parsed) => void) => {
    const copy = structuredClone(parsed)
    change(copy)
    return JSON.stringify(copy)
  }
  for (const wrong of [
    '',
    '{}',
    'null',
    '[1',
    changed((one) => (one.solution.derivedKey = '00'.repeat(32))),
    changed((one) => (one.challenge.parameters.expiresAt += 1)),
    changed((one) => (one.challenge.parameters.keyPrefix = '00')),
    changed((one) => delete one.challenge.signature),
    await proofBy(createProofOfWork('another secret, as long as that of the tests', undefined, Date.now)),
  ])
    assert.equal(await work.isDone(wrong), false, wrong.slice(0, 80))
  ahead = DAY_MS
  assert.equal(await work.isDone(proof), false)
  ahead = 0
  assert.equal(await createProofOfWork('a new secret, as long as the former one', secret, Date.now).isDone(proof), true)
})
