import { isLetterDue, settleTaken, takeLetter } from '../domain/reach/index.ts'
import type { Parley } from '../parley.ts'
import { jobComplaint } from './job-complaint.ts'
import { startWorkLoop } from './turns.ts'

const LOOK_MS = 1_000

/** Sends the letters about matters, one after the other. */
export function startLetters(parley: Pick<Parley, 'store' | 'clock' | 'jobs' | 'web' | 'complaints'>): {
  close(): Promise<void>
} {
  const { store, clock, jobs, web } = parley
  const post = { origin: web.origin, deliver: jobs.deliver, push: web.push }
  const turns = startWorkLoop(
    async (isClosed) => {
      while (!isClosed() && (await isLetterDue(store, clock()))) {
        const { value: taken } = await store.write((tx) => takeLetter(tx, post, clock()))
        if (!taken || taken === 'nothing') continue
        const sent = await taken.send()
        await store.write((tx) => settleTaken(tx, taken, sent, clock()))
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
