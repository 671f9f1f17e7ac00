import type { Outcome } from '../../domain/articles/index.ts'

/** How many of each kind were read, and what became of them. */
export type Tally<Kind extends string = string> = Record<Kind, Record<Outcome, number>>

export function emptyTally<Kind extends string>(kinds: readonly Kind[]): Tally<Kind> {
  return Object.fromEntries(kinds.map((kind) => [kind, { new: 0, changed: 0, same: 0 }])) as Tally<Kind>
}

/** The tally in sentences for the terminal, one line for each kind that was there. */
export function tallyLines(tally: Tally): string[] {
  const there = Object.entries(tally).filter(([, counts]) => total(counts) > 0)
  const lines = there.map(([kind, counts]) => `${kind}: ${total(counts)} read, ${outcomes(counts)}`)
  const changed = there.some(([, counts]) => counts.same < total(counts))
  return changed ? lines : [...lines, 'Nothing changed.']
}

function total(counts: Record<Outcome, number>): number {
  return counts.new + counts.changed + counts.same
}

function outcomes({ new: added, changed, same }: Record<Outcome, number>): string {
  return `${added} new, ${changed} changed, ${same} as before`
}
