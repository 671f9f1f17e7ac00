import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'

const LONGEST_MS = 60_000
const LOOK_MS = 20

/** Settles when it is so, looking again and again; fails after a minute, unless more is said. Whatever a test waits for, it names as a condition. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  lookMs = LOOK_MS,
  longestMs = LONGEST_MS,
): Promise<void> {
  const end = Date.now() + longestMs
  while (!(await isSo())) {
    assert.ok(Date.now() < end, `not so after ${longestMs} ms: ${isSo}`)
    await setTimeout(lookMs)
  }
}
