import { isLetterDue, settleLetter, takeLetter } from '../domain/reach/index.ts'
import type { Parley } from '../parley.ts'
import { jobComplaint } from './job-complaint.ts'
import { startWorkLoop } from './turns.ts'

const LOOK_MS = 1_000

/** Sends the letters that the law asks for, one after the other. */
export function startLetters(parley: Pick<Parley, 'store' | 'clock' | 'jobs' | 'web' | 'complaints'>): {
  close(): Promise<void>
} {
  const { store, clock, jobs, web } = parley
  const turns = startWorkLoop(
    async (isClosed) => {
      while (!isClosed() && (await isLetterDue(store, clock()))) {
        const { value: taken } = await store.write((tx) => takeLetter(tx, web.origin, clock()))
        if (!taken || taken === 'nothing') continue
        const outcome = await jobs.deliver(taken.letter)
        await store.write((tx) => settleLetter(tx, taken, outcome, clock()))
      }
    },
    0,
    jobComplaint(parley, 'letters'),
  )
  const looking = setInterval(turns.wake, LOOK_MS).unref()
  return {
    close() {
      clearInterval(looking)
      return turns.close()
    },
  }
}
