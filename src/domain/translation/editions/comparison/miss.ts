import { sha256 } from '../../../../kit/hash.ts'
import type { Language } from '../../../../kit/language.ts'

/** A fact that is not the same in an original and its translation: what became of it, and how each of them states it. */
export interface Miss {
  kind: string
  /** Missing, altered or added. */
  outcome: string
  original: string | null
  edition: string | null
}

/** What is compared. */
export interface ComparedPair {
  original: string
  words: string
  from: Language
  to: Language
}

/** Finds what was altered between texts and their translations, away from the thread that answers readers. */
export type Compare = (pairs: readonly ComparedPair[]) => Promise<readonly (readonly Miss[])[]>

/** What tells one miss from every other of the same paragraph. */
export function factOf({ kind, outcome, original, edition }: Miss): string {
  return sha256(JSON.stringify([kind, outcome, original, edition])).slice(0, 32)
}
