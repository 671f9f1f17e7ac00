import { carryOn, decisionMade, decisionUndone, isCarriedOut } from '../domain/moderation/early.ts'
import type { Parley } from '../parley.ts'
import { oneOf } from '../store/index.ts'
import { jobComplaint } from './job-complaint.ts'
import { restAfter } from './rest.ts'
import { startWorkLoop } from './turns.ts'

const isDecided = oneOf([decisionMade, decisionUndone])

/** Carries out what was decided about many comments, in small steps with rests between them, for others to have their turn. */
export function startCarryingOut(parley: Pick<Parley, 'store' | 'tail' | 'clock' | 'complaints'>): {
  close(): Promise<void>
} {
  const { store, tail, clock } = parley
  const loop = startWorkLoop(
    async (isClosed) => {
      while (!isClosed() && !(await isCarriedOut(store))) {
        const begun = performance.now()
        await store.write((tx) => carryOn(tx, clock()))
        await restAfter(performance.now() - begun)
      }
    },
    0,
    jobComplaint(parley, 'decisions about many'),
  )
  const leave = tail.follow((entries) => {
    if (entries.some(isDecided)) loop.wake()
  })
  loop.wake()
  return {
    close() {
      leave()
      return loop.close()
    },
  }
}
