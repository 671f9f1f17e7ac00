import type { Parley } from '../parley.ts'
import { startNotices } from './notices.ts'

/** What is done beside answering requests, until it is closed. */
export function startJobs(parley: Pick<Parley, 'store' | 'tail'>): { close(): Promise<void> } {
  const jobs = [startNotices(parley)]
  return {
    async close() {
      await Promise.all(jobs.map((job) => job.close()))
    },
  }
}
