import type { Fate } from './account.ts'
import type { CapturedPage } from './captured-page.ts'
import { pageNameKey } from './names.ts'
import type { CapturedQuotation } from './quotations.ts'

export interface Counts {
  entries: number
  /** How many entries stand at each level; the roots first. */
  levels: number[]
  comments: number
  people: number
  tombstones: number
  first: number | null
  last: number | null
  quotations: { marked: number; resolved: number; unresolved: number; ofArticle: number; ofComments: number }
  lines: Record<Fate, number>
}

/** What was read, counted. `resolved` and `unresolved` are of the marked quotations, `ofArticle` and `ofComments` of the unmarked. */
export function countsOf({ entries, account }: CapturedPage): Counts {
  const comments = entries.filter((entry) => !entry.tombstone)
  const times = comments.flatMap(({ postedAt }) => postedAt ?? []).sort((a, b) => a - b)
  const levels: number[] = []
  for (const { depth } of entries) levels[depth - 1] = (levels[depth - 1] ?? 0) + 1
  const lines = { taken: 0, furniture: 0, reported: 0 }
  for (const { fate } of account) lines[fate]++
  return {
    entries: entries.length,
    levels,
    comments: comments.length,
    people: new Set(comments.map(({ author }) => pageNameKey(author ?? ''))).size,
    tombstones: entries.length - comments.length,
    first: times.at(0) ?? null,
    last: times.at(-1) ?? null,
    quotations: quotationCounts(comments.flatMap(({ quotations }) => quotations)),
    lines,
  }
}

function quotationCounts(quotations: readonly CapturedQuotation[]): Counts['quotations'] {
  const marked = quotations.filter((q) => q.marked)
  const unmarked = quotations.filter((q) => !q.marked && q.of)
  const resolved = marked.filter((q) => q.of).length
  const ofArticle = unmarked.filter((q) => q.of && 'article' in q.of).length
  return {
    marked: marked.length,
    resolved,
    unresolved: marked.length - resolved,
    ofArticle,
    ofComments: unmarked.length - ofArticle,
  }
}
