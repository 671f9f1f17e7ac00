/** The count that each kind of reaction adds to. */
export const COUNT_OF = {
  agree: 'agreed',
  disagree: 'disagreed',
  'well-argued': 'wellArgued',
} as const

/** What one can say of a comment without a word. */
export type ReactionKind = keyof typeof COUNT_OF

type Count = (typeof COUNT_OF)[ReactionKind]

/** How many people reacted, by kind. Who they are is nobody's business. */
export type ReactionCounts = Record<Count, number>

/** In the order in which they are shown. */
export const REACTION_KINDS = Object.keys(COUNT_OF) as readonly ReactionKind[]

export const COUNTS: readonly Count[] = Object.values(COUNT_OF)

export const NO_REACTIONS = countsOf(() => 0)

export function countsOf(count: (name: Count) => number): ReactionCounts {
  const counts = {} as ReactionCounts
  for (const name of COUNTS) counts[name] = count(name)
  return counts
}
