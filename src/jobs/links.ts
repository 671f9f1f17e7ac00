import { publicationOf } from '../domain/articles/index.ts'
import { askedFirst } from '../domain/sources/early.ts'
import { MINUTE_MS, SECOND_MS } from '../kit/clock.ts'
import type { Parley } from '../parley.ts'
import { jobComplaint } from './job-complaint.ts'
import { isNight } from './night.ts'
import { startWorkLoop } from './turns.ts'

const LOOK_MS = 5 * MINUTE_MS
/** Between two questions, so that nobody who is asked has much to do. */
const REST_MS = SECOND_MS

/** Looks after the addresses of sources at night, and after copies that were asked for. */
export function startLinks(
  parley: Pick<Parley, 'store' | 'clock' | 'jobs' | 'complaints'>,
  restMs = REST_MS,
): { close(): Promise<void> } {
  const { store, clock } = parley
  const { checks, archive } = parley.jobs.links
  const round = async () => (await import('./link-round.ts')).linkRound(parley, restMs)

  const turns = startWorkLoop(
    async (isClosed) => {
      const { zone } = await publicationOf(store)
      if (checks && isNight(clock(), zone)) await (await round()).checkAll(isClosed)
      if (archive && (await askedFirst(store, 0))) await (await round()).lookAfterCopies(archive, isClosed)
    },
    0,
    jobComplaint(parley, 'the addresses of sources'),
  )
  const looking = setInterval(turns.wake, LOOK_MS).unref()
  turns.wake()
  return {
    close() {
      clearInterval(looking)
      return turns.close()
    },
  }
}
