import type { Id } from '../../../kit/ids.ts'

export type CannedReasonId = Id<'canned-reason'>

/** The most characters (code points) of a title, and of the words. */
export const LONGEST_TITLE = 80
export const LONGEST_REASON = 600

/** More are not offered. */
export const MOST_REASONS = 200

/** Why something is often decided, in words that stand ready for whoever is told. */
export interface CannedReason {
  id: CannedReasonId
  language: string
  title: string
  words: string
}
