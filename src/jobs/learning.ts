import { learn } from '../domain/moderation/early.ts'
import { MINUTE_MS } from '../kit/clock.ts'
import type { Parley } from '../parley.ts'
import { jobComplaint } from './job-complaint.ts'
import { startWorkLoop } from './turns.ts'

const LOOK_MS = 10 * MINUTE_MS

/** Learns from time to time what moderators' decisions teach. */
export function startLearning(parley: Pick<Parley, 'store' | 'clock' | 'complaints'>): { close(): Promise<void> } {
  const { store, clock } = parley
  const ending = new AbortController()
  const turns = startWorkLoop(
    async (isClosed) => {
      if (!isClosed()) await learn(store, clock, ending.signal).catch(orEnded)
    },
    0,
    jobComplaint(parley, 'learning from decisions'),
  )
  const looking = setInterval(turns.wake, LOOK_MS).unref()
  turns.wake()

  function orEnded(error: unknown) {
    if (!ending.signal.aborted) throw error
  }

  return {
    close() {
      clearInterval(looking)
      ending.abort()
      return turns.close()
    },
  }
}
