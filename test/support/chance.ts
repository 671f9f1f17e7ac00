import { randomInt } from 'node:crypto'
import fc from 'fast-check'

/** What every random test of this run goes by; the run says it, and `TEST_SEED` repeats it. */
export const SEED = Number(process.env.TEST_SEED ?? randomInt(2 ** 31))
if (!process.env.TEST_SEED) process.stdout.write(`TEST_SEED=${SEED}\n`)

fc.configureGlobal({ seed: SEED })

export { fc }

let state = SEED

/** A whole number from the first on, below the second; the next is another, and all are the same again under the same seed. */
export function randomBetween(from: number, below: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return from + Math.floor((state / 2 ** 32) * (below - from))
}
