import { nextPublication, publishDue } from '../domain/articles/index.ts'
import type { Parley } from '../parley.ts'
import { jobComplaint } from './job-complaint.ts'
import { startWorkLoop } from './turns.ts'

/** An edition is there at most so long after its time, and as much later as it takes to publish it. */
const LOOK_MS = 250

/** Publishes what waits for its time. @NOTE asks the clock rather than a timer, so that a clock that is set takes effect; asks the database only after something has changed. */
export function startPublication(parley: Pick<Parley, 'store' | 'tail' | 'clock' | 'complaints'>): {
  close(): Promise<void>
} {
  const { store, tail, clock } = parley
  let next: number | undefined
  let mayHaveChanged = true

  const loop = startWorkLoop(
    async (isClosed) => {
      if (mayHaveChanged) {
        mayHaveChanged = false
        next = await nextPublication(store)
      }
      while (!isClosed() && next !== undefined && next <= clock()) {
        await store.write((tx) => publishDue(tx, clock()))
        next = await nextPublication(store)
      }
    },
    0,
    jobComplaint(parley, 'publication in time'),
  )
  const leave = tail.follow(() => {
    mayHaveChanged = true
  })
  const looking = setInterval(() => {
    if (mayHaveChanged || (next !== undefined && next <= clock())) loop.wake()
  }, LOOK_MS).unref()

  return {
    close() {
      leave()
      clearInterval(looking)
      return loop.close()
    },
  }
}
