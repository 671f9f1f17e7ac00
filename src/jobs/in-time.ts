import type { Parley } from '../parley.ts'
import type { Reading } from '../store/index.ts'
import { jobComplaint } from './job-complaint.ts'
import { startWorkLoop } from './turns.ts'

/** Something is done at most so long after its time, and as much later as it takes to do it. */
const LOOK_MS = 250

/** What waits for its time. */
interface InTime {
  name: string
  next(db: Reading): Promise<number | undefined>
  /** Does some of what is due. */
  act(now: number): Promise<unknown>
}

/** Does what waits for its time. @NOTE asks the clock rather than a timer, so that a clock that is set takes effect; asks the database only after something has changed. */
export function startInTime(
  parley: Pick<Parley, 'store' | 'tail' | 'clock' | 'complaints'>,
  { name, act, next: nextOf }: InTime,
): { close(): Promise<void> } {
  const { store, tail, clock } = parley
  let next: number | undefined
  let mayHaveChanged = true

  const loop = startWorkLoop(
    async (isClosed) => {
      if (mayHaveChanged) {
        mayHaveChanged = false
        next = await nextOf(store)
      }
      while (!isClosed() && next !== undefined && next <= clock()) {
        await act(clock())
        next = await nextOf(store)
      }
    },
    0,
    jobComplaint(parley, name),
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
