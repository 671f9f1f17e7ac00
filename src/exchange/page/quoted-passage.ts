import type { Entry } from './entries.ts'
import { pageNameKey } from './names.ts'
import { wordCount } from './word-count.ts'

/** What is quoted: the comment at an index of the page's entries, or the article. */
export type Passage = { entry: number } | { article: true }

export interface Quoting {
  words: string
  /** The index of the quoting comment. */
  by: number
  attributedTo: string | null
}

/** Fewer words may stand by chance in a comment that is neither above the reply nor by the named person. */
export const FEWEST_BY_CHANCE = 4

/** The one passage that is quoted, of those that hold the words; a name chooses among them, it never adds one. */
export function quotedPassage(
  { words, by, attributedTo }: Quoting,
  candidates: readonly Passage[],
  entries: readonly Entry[],
): Passage | undefined {
  if (candidates.length === 0) return undefined
  const above = ancestorsOf(by, entries)
  const name = attributedTo === null ? undefined : pageNameKey(attributedTo)
  const isNamed = (passage: Passage) => name !== undefined && name === pageNameKey(authorOf(passage, entries))
  const isAbove = (passage: Passage) => 'entry' in passage && above.has(passage.entry)
  const isParent = (passage: Passage) => 'entry' in passage && passage.entry === entries[by]?.parent
  const isLikelyKind = (passage: Passage) => 'entry' in passage === (name !== undefined)
  const [chosen, ...others] = narrowed(candidates, [isNamed, isAbove, isParent, isLikelyKind])
  if (!chosen || others.length > 0) return undefined
  const isChance = !isNamed(chosen) && !isAbove(chosen) && wordCount(words) < FEWEST_BY_CHANCE
  return isChance ? undefined : chosen
}

function authorOf(passage: Passage, entries: readonly Entry[]): string {
  return ('entry' in passage ? entries[passage.entry]?.author : undefined) ?? ''
}

/** Each test keeps those that pass it, unless none does. */
function narrowed<T>(candidates: readonly T[], tests: readonly ((candidate: T) => boolean)[]): readonly T[] {
  return tests.reduce((left, test) => (left.some(test) ? left.filter(test) : left), candidates)
}

function ancestorsOf(index: number, entries: readonly Entry[]): Set<number> {
  const above = new Set<number>()
  for (let at = entries[index]?.parent ?? null; at !== null; at = entries[at]?.parent ?? null) above.add(at)
  return above
}
