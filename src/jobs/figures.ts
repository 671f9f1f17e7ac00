import { addReads } from '../domain/articles/index.ts'
import { SECOND_MS } from '../kit/clock.ts'
import type { Parley } from '../parley.ts'
import { jobComplaint } from './job-complaint.ts'
import { startWorkLoop } from './turns.ts'

const PAUSE_MS = 30 * SECOND_MS

/** Adds up what was counted in memory, from time to time and at the end. */
export function startFigures(parley: Pick<Parley, 'store' | 'clock' | 'jobs' | 'complaints'>): {
  close(): Promise<void>
} {
  const { store, clock } = parley
  const { readCounter } = parley.jobs
  const complaint = jobComplaint(parley, 'figures')

  async function addUp() {
    const reads = readCounter?.take() ?? []
    if (reads.length === 0) return
    try {
      await store.write((tx) => addReads(tx, reads, clock()))
    } catch (error) {
      readCounter?.putBack(reads)
      throw error
    }
  }

  const turns = startWorkLoop(addUp, 0, complaint)
  const looking = setInterval(turns.wake, PAUSE_MS).unref()
  return {
    async close() {
      clearInterval(looking)
      await turns.close()
      await addUp().then(complaint.well, complaint.wrong)
    },
  }
}
