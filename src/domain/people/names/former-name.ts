import { DAY_MS } from '../../../kit/clock.ts'
import type { PersonId } from '../person.ts'

/** Days between two changes of a name. */
export const RENAME_DAYS = 30
/** So long a former name stands beside the present one. */
export const SHOWN_MS = 30 * DAY_MS
/** So long nobody else can take it. */
export const HELD_MS = 365 * DAY_MS

/** A name that somebody gave up, and when. */
export interface FormerName {
  personId: PersonId
  name: string
  nameKey: string
  at: number
  /** Since when it stands beside the present one no more. */
  hiddenAt: number | null
}

/** What other parts may read of former names. */
export interface FormerNameTables {
  formerName: FormerName
}
