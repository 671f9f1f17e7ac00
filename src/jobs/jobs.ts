import type { Parley } from '../parley.ts'
import { startCarryingOut } from './carrying-out.ts'
import { startDeliveries } from './deliveries.ts'
import { startDrafts } from './drafts.ts'
import { startErasures } from './erasures.ts'
import { startFigures } from './figures.ts'
import { startLearning } from './learning.ts'
import { startLetters } from './letters.ts'
import { startLinks } from './links.ts'
import { startLogHead } from './log-head.ts'
import { startOverdue } from './overdue.ts'
import { startPublication } from './publication.ts'
import { startReaders } from './readers.ts'
import { startScoring } from './scoring.ts'
import { startSettling } from './settling.ts'
import { startSweeping } from './sweeping.ts'
import { startWatching } from './watching.ts'

/** What is done beside answering requests, until it is closed. */
export interface Jobs {
  /** Settles when everything has followed that follows from what has been committed until now. */
  settled(): Promise<void>
  close(): Promise<void>
}

export function startJobs(parley: Parley): Jobs {
  const readers = startReaders(parley)
  const jobs = [
    readers,
    startDeliveries(parley),
    startDrafts(parley),
    startLearning(parley),
    startLetters(parley),
    startLinks(parley),
    startLogHead(parley),
    startPublication(parley),
    startScoring(parley),
    startSettling(parley),
    startOverdue(parley),
    startCarryingOut(parley),
    startSweeping(parley),
    startWatching(parley),
    startErasures(parley),
    startFigures(parley),
  ]
  return {
    settled: readers.settled,
    async close() {
      await Promise.all(jobs.map((job) => job.close()))
    },
  }
}
