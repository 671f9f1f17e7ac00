import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'

const LONGEST_MS = 60_000
const LOOK_MS = 20

/** Settles when it is so, looking again and again; fails after a minute. Whatever a test waits for, it names as a condition. */
export async function until(isSo: () => boolean | Promise<boolean>, lookMs = LOOK_MS): Promise<void> {
  const end = Date.now() + LONGEST_MS
  while (!(await isSo())) {
    assert.ok(Date.now() < end, `not so after ${LONGEST_MS} ms: ${isSo}`)
    await setTimeout(lookMs)
  }
}
