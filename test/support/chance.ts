import { randomInt } from 'node:crypto'
import fc from 'fast-check'

/** What every random test of this run goes by; the run says it, and `TEST_SEED` repeats it. */
export const SEED = Number(process.env.TEST_SEED ?? randomInt(2 ** 31))
if (!process.env.TEST_SEED) process.stdout.write(`TEST_SEED=${SEED}\n`)

fc.configureGlobal({ seed: SEED })

export { fc }
