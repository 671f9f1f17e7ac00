import { mergedReadState, type ReadState } from './known.ts'

/** What this browser alone remembers of one discussion. */
export interface Kept extends Partial<ReadState> {
  /** Entries whose branches are folded. */
  folded?: number[]
}

const KEY = 'reading'
const MOST_DISCUSSIONS = 200
const MOST_FOLDED = 500

export function keptOf(article: string): Kept {
  return new Map(all()).get(article) ?? {}
}

/** Remembers something more of a discussion; the one touched longest ago is forgotten when there are too many. */
export function keep(article: string, more: Kept): void {
  const others = all().filter(([other]) => other !== article)
  const kept = { ...keptOf(article), ...more }
  kept.folded = kept.folded?.slice(-MOST_FOLDED)
  localStorage.setItem(KEY, JSON.stringify([...others, [article, kept]].slice(-MOST_DISCUSSIONS)))
}

/** Remembers what is known beside what was, also by other windows meanwhile; gives all of it. */
export function keepKnown(article: string, more: ReadState): ReadState {
  const known = mergedReadState(keptOf(article), more)
  keep(article, known)
  return known
}

/** Forgets all that was read, so that it does not stay behind for whoever comes next. */
export function forgetReading(): void {
  localStorage.removeItem(KEY)
}

function all(): [string, Kept][] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]')
  } catch {
    return []
  }
}
