import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'

/** Between two steps, while nobody else has work. */
const SHORT_REST_MS = 2
/** While others have: so many times as long as the step took, but no shorter and no longer than that. */
export interface RestForOthers {
  times: number
  leastMs: number
  mostMs: number
}

const USUAL: RestForOthers = { times: 10, leastMs: 0, mostMs: 250 }
/** The share of a short rest in which others worked, from which on they are waited for. */
const BUSY = 0.3

/** Rests for a moment, and for long when it turns out that others have work. */
export async function restAfter(stepMs: number, { times, leastMs, mostMs } = USUAL): Promise<void> {
  const before = performance.eventLoopUtilization()
  await setTimeout(SHORT_REST_MS)
  const { utilization } = performance.eventLoopUtilization(before)
  if (utilization > BUSY) await setTimeout(Math.min(Math.max(stepMs * times, leastMs), mostMs))
}
