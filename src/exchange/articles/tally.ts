import type { Outcome } from '../../domain/articles/index.ts'

const KINDS = ['publication', 'sections', 'outlets', 'rules', 'people', 'pictures', 'articles', 'editions'] as const
export type Kind = (typeof KINDS)[number]

/** How many of each kind were read, and what became of them. */
export type Tally = Record<Kind, Record<Outcome, number>>

export function emptyTally(): Tally {
  return Object.fromEntries(KINDS.map((kind) => [kind, { new: 0, changed: 0, same: 0 }])) as Tally
}

/** The tally in sentences for the terminal, one line for each kind that was there. */
export function told(tally: Tally): string[] {
  const there = KINDS.filter((kind) => total(tally[kind]) > 0)
  const lines = there.map((kind) => `${kind}: ${total(tally[kind])} read, ${outcomes(tally[kind])}`)
  const changed = there.some((kind) => tally[kind].same < total(tally[kind]))
  return changed ? lines : [...lines, 'Nothing changed.']
}

function total(counts: Record<Outcome, number>): number {
  return counts.new + counts.changed + counts.same
}

function outcomes({ new: added, changed, same }: Record<Outcome, number>): string {
  return `${added} new, ${changed} changed, ${same} as before`
}
