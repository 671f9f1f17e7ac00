import { sha256 } from '../../../kit/hash.ts'
import type { Language } from '../../../kit/language.ts'
import type { PairedParagraph } from './paragraph.ts'

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

/** Finds what was altered between paragraphs and their translations, away from the thread that answers readers. */
export type Compare = (pairs: readonly ComparedPair[]) => Promise<readonly (readonly Miss[])[]>

/** What was found in an edition, by the wording of each of its paragraphs. */
export type Found = ReadonlyMap<string, readonly Miss[]>

/** Where readers of the original find a paragraph and those of the translation none. */
export const LEFT_OUT = 'paragraph'
/** So much of it is told. */
const LONGEST_TOLD = 80

/** Compares every paragraph of an edition with its original as that stands now. */
export async function comparedBy(
  compare: Compare,
  { from, to }: Pick<ComparedPair, 'from' | 'to'>,
  paragraphs: readonly PairedParagraph[],
): Promise<Found> {
  const both = paragraphs.filter(({ now, words }) => now !== '' && words !== '')
  const found = await compare(both.map(({ now, words }) => ({ original: now, words, from, to })))
  const missing = paragraphs.filter(({ words }) => words === '')
  return new Map([
    ...both.map((one, index) => [one.wording, found[index] ?? []] as const),
    ...missing.map((one) => [one.wording, [leftOut(one)]] as const),
  ])
}

function leftOut({ now }: PairedParagraph): Miss {
  const told = now.length > LONGEST_TOLD ? `${now.slice(0, LONGEST_TOLD)}…` : now
  return { kind: LEFT_OUT, outcome: 'missing', original: told, edition: null }
}

/** What tells one miss from every other of the same paragraph. */
export function factOf({ kind, outcome, original, edition }: Miss): string {
  return sha256(JSON.stringify([kind, outcome, original, edition])).slice(0, 32)
}
