import type { Parley } from '../parley.ts'
import { startMailing } from './mailing.ts'
import { startNotices } from './notices.ts'
import { startPublication } from './publication.ts'
import { startPushing } from './pushing.ts'
import { startSweeping } from './sweeping.ts'

/** What is done beside answering requests, until it is closed. */
export function startJobs(parley: Parley): { close(): Promise<void> } {
  const jobs = [
    startNotices(parley),
    startMailing(parley),
    startPushing(parley),
    startPublication(parley),
    startSweeping(parley),
  ]
  return {
    async close() {
      await Promise.all(jobs.map((job) => job.close()))
    },
  }
}
