import { flushCompileCache } from 'node:module'
import { performance } from 'node:perf_hooks'
import { MINUTE_MS } from './clock.ts'
import { freeBlocks } from './free-blocks.ts'

const FIRST_LOOK_MS = 1_000
const LOOK_MS = 10_000
/** The share of the time since the last look in which somebody was answered. */
const AT_REST = 0.05
const AT_WORK = 0.3
/** With more than so much in use, looking through all of it would keep a reader waiting. */
const MOST_BYTES = 200_000_000
const SELDOM_MS = 10 * MINUTE_MS

type Collect = (how: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => unknown

/**
 * Once the server rests, gives memory back to the system that the start needed, or much work since. @NOTE by itself Node keeps
 * what short-lived things took, 30 MB after a start; it offers this where it was started with --expose-gc. What was compiled since is
 * written down for the next start, so that no copy of it is kept either.
 */
export function startGivingBack(collect: Collect | undefined = globalThis.gc): { close(): void } {
  return collect ? givingBack(collect) : { close() {} }
}

function givingBack(collect: Collect): { close(): void } {
  let [hasWorked, nextMs, seen] = [true, 0, performance.eventLoopUtilization()]
  const giveBlocks = freeBlocks()

  async function look() {
    const { utilization } = performance.eventLoopUtilization(seen)
    seen = performance.eventLoopUtilization()
    if (utilization > AT_WORK) hasWorked = true
    if (utilization > AT_REST || !hasWorked || performance.now() < nextMs) return
    if (process.memoryUsage().heapUsed > MOST_BYTES) return
    hasWorked = false
    nextMs = performance.now() + SELDOM_MS
    flushCompileCache()
    collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
    ;(await giveBlocks)?.()
  }

  const timers = [setTimeout(look, FIRST_LOOK_MS), setInterval(look, LOOK_MS)].map((timer) => timer.unref())
  return { close: () => timers.forEach((timer) => void clearTimeout(timer)) }
}
