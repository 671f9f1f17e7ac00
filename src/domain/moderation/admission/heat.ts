import { BoundedCache } from '../../../kit/bounded-cache.ts'
import { DAY_MS, MINUTE_MS } from '../../../kit/clock.ts'
import { oneOf, type Store, type Tail } from '../../../store/index.ts'
import type { CommentId, Parent } from '../../discussion/index.ts'
import { commentReported } from '../reports/events.ts'
import { reportedInBranch, threadsReported } from '../reports/reports.ts'

const MOST_KEPT = 10_000
const MOST_THREADS = 10_000
/** A report cools down by and by. */
const HOT_MS = DAY_MS
const KEPT_MS = 10 * MINUTE_MS

const isReport = oneOf([commentReported])

/** How many reports came in a branch within a day. */
export type Heat = (parent: Parent, at: number) => Promise<number>

/** Counts them once for all who answer there, and anew when another report comes. @NOTE most threads were never reported: those are known together. */
export function createHeat(store: Store, tail: Tail): Heat {
  const kept = new BoundedCache<CommentId, { count: Promise<number>; at: number }>(MOST_KEPT)
  let threads: { reported: Promise<Set<CommentId> | undefined>; at: number } | undefined
  tail.follow((entries) => {
    if (!entries.some(isReport)) return
    kept.clear()
    threads = undefined
  })

  async function mayBeHot(rootId: CommentId, at: number): Promise<boolean> {
    if (!threads || at - threads.at >= KEPT_MS) {
      const reading = { reported: threadsReported(store, at - HOT_MS, MOST_THREADS), at }
      threads = reading
      reading.reported.catch(() => {
        if (threads === reading) threads = undefined
      })
    }
    return (await threads.reported)?.has(rootId) ?? true
  }

  return async ({ id, rootId }, at) => {
    if (!(await mayBeHot(rootId, at))) return 0
    const known = kept.get(id)
    if (known && at - known.at < KEPT_MS) return known.count
    const count = reportedInBranch(store, { id, rootId }, at - HOT_MS).then(({ count }) => count)
    kept.set(id, { count, at })
    count.catch(() => kept.delete(id))
    return count
  }
}
