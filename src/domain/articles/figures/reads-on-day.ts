import type { EditionReads } from './read-counter.ts'

/** A day of the publication's zone, YYYY-MM-DD. */
export type Day = string

/** What an edition was read on one day. */
export type ReadsOnDay = EditionReads & { day: Day }
