import { SCORED_AFTER, scoreCases } from '../domain/moderation/early.ts'
import type { Parley } from '../parley.ts'
import { oneOf } from '../store/index.ts'
import { jobComplaint } from './job-complaint.ts'
import { startWorkLoop } from './turns.ts'

/** What comes within so long is scored together. */
const GATHERING_MS = 250
const needsScore = oneOf(SCORED_AFTER)

/** Gives what waits for moderators the score by which it can be ordered. */
export function startScoring(parley: Pick<Parley, 'store' | 'tail' | 'complaints' | 'web'>): {
  close(): Promise<void>
} {
  const { store, tail, web } = parley
  const loop = startWorkLoop(
    async (isClosed) => {
      while (!isClosed() && (await scoreCases(store, web.classifierNow)));
    },
    GATHERING_MS,
    jobComplaint(parley, 'scores of cases'),
  )
  const leave = tail.follow((entries) => {
    if (entries.some(needsScore)) loop.wake()
  })
  loop.wake()
  return {
    close() {
      leave()
      return loop.close()
    },
  }
}
