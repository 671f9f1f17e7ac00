import { DAY_MS, MINUTE_MS } from '../../../kit/clock.ts'
import type { PersonId } from '../../people/index.ts'

/**
 * Planned until it is due; sending while somebody has it in hand; then sent, or failed for good, or unknown where nobody can
 * tell whether it went out. Withdrawn while the words that it tells of are removed.
 */
export type DeliveryState = 'planned' | 'sending' | 'sent' | 'failed' | 'unknown' | 'withdrawn'

/** One thing that is to be told to one person in one place. */
export interface Delivery {
  id: number
  channel: string
  personId: PersonId
  /** Which of a person's places in the channel; empty where there is one. */
  place: string
  /** What it tells. */
  noticeId: number
  dueAt: number
  state: DeliveryState
  tries: number
  /** Until then whoever sends it has it to themselves. */
  leaseUntil: number | null
  /** Of the message in which it went out last. */
  contentHash: string | null
  /** When it came to its end. */
  at: number | null
}

/** So long a delivery waits, so that a comment which is removed meanwhile is never told. */
export const WAIT_MS = 2 * MINUTE_MS

/** Whoever has not said by then what came of a message is taken for gone. */
export const LEASE_MS = 5 * MINUTE_MS

/** What did not go out is tried again after so long, each time after longer. */
export const AGAIN_MS = 5 * MINUTE_MS
export const MOST_TRIES = 8

/** More rows are not taken or settled in one go. */
export const AT_ONCE = 1_000

/** So long what came of a delivery can be looked up. */
export const KEPT_MS = 30 * DAY_MS
