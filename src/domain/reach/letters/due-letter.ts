import { DAY_MS, MINUTE_MS } from '../../../kit/clock.ts'
import type { PersonId } from '../../people/index.ts'
import type { DeliveryState } from '../delivery/delivery.ts'

/** What a letter may be about, beside new comments; what is pushed goes to all browsers that somebody asked to tell them. */
export const MATTERS = [
  'notice-received',
  'notice-answered',
  'statement',
  'case-overdue',
  'case-pushed',
  'correction',
] as const
export type Matter = (typeof MATTERS)[number]

/** A letter about one matter. Those that the law asks for go out whatever their reader wished; what a letter says is read from its matter when it goes. */
export interface DueLetter {
  id: number
  matter: Matter
  /** The number of what it is about, among its kind. */
  aboutId: number
  /** Whom it goes to, where that is somebody with an account. */
  personId: PersonId | null
  dueAt: number
  state: Exclude<DeliveryState, 'withdrawn'>
  tries: number
  leaseUntil: number | null
  contentHash: string | null
  /** When it came to its end. */
  at: number | null
}

/** Whoever has not said by then what came of a letter is taken for gone. */
export const LEASE_MS = 5 * MINUTE_MS
export const AGAIN_MS = 5 * MINUTE_MS
export const MOST_TRIES = 8
/** So long it can be looked up what came of a letter. */
export const KEPT_MS = 184 * DAY_MS
