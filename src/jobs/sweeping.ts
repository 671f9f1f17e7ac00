import { MINUTE_MS } from '../kit/clock.ts'
import type { Parley } from '../parley.ts'
import { startWorkLoop } from './turns.ts'

const LOOK_MS = 60 * MINUTE_MS

/** Forgets from hour to hour what nobody needs any more. */
export function startSweeping({ store, clock, jobs: { sweeps } }: Pick<Parley, 'store' | 'clock' | 'jobs'>): {
  close(): Promise<void>
} {
  const turns = startWorkLoop(async (isClosed) => {
    for (const sweep of sweeps) while (!isClosed() && (await store.write((tx) => sweep(tx, clock()))).value);
  }, 0)
  const looking = setInterval(turns.wake, LOOK_MS).unref()
  turns.wake()
  return {
    close() {
      clearInterval(looking)
      return turns.close()
    },
  }
}
