import { forgetPortraits } from '../domain/media/index.ts'
import { MINUTE_MS } from '../kit/clock.ts'
import type { Parley } from '../parley.ts'
import { jobComplaint } from './job-complaint.ts'
import { startWorkLoop } from './turns.ts'

const LOOK_MS = 60 * MINUTE_MS

/** Forgets from hour to hour what nobody needs any more. */
export function startSweeping(parley: Pick<Parley, 'store' | 'clock' | 'media' | 'jobs' | 'complaints'>): {
  close(): Promise<void>
} {
  const { store, clock } = parley
  const { sweeps, terms, keptLetters } = parley.jobs
  const turns = startWorkLoop(
    async (isClosed) => {
      for (const sweep of sweeps) while (!isClosed() && (await store.write((tx) => sweep(tx, clock(), terms))).value);
      if (!isClosed()) await forgetPortraits(store, parley.media)
      if (!isClosed()) await keptLetters.sweep(clock())
    },
    0,
    jobComplaint(parley, 'sweeping'),
  )
  const looking = setInterval(turns.wake, LOOK_MS).unref()
  turns.wake()
  return {
    close() {
      clearInterval(looking)
      return turns.close()
    },
  }
}
