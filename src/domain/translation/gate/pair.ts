import type { Named } from '../../../text/names/name.ts'

/** A paragraph, and what an edition makes of it; empty where that is nothing yet. Both are Markdown. */
export interface Pair {
  original: string
  words: string
}

/** Whose words those are that the texts of an article mark by a key, and how that one is called. */
export interface Speaker {
  key: string
  named: Named
}
