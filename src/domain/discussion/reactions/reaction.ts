/** What one can say of a comment without a word. */
export type ReactionKind = 'agree' | 'disagree' | 'well-argued'

export const REACTION_KINDS: readonly ReactionKind[] = ['agree', 'disagree', 'well-argued']

/** How many people reacted, by kind. Who they are is nobody's business. */
export interface ReactionCounts {
  agreed: number
  disagreed: number
  wellArgued: number
}

/** The count that each kind adds to. */
export const COUNT_OF: Record<ReactionKind, keyof ReactionCounts> = {
  agree: 'agreed',
  disagree: 'disagreed',
  'well-argued': 'wellArgued',
}

export const NO_REACTIONS: ReactionCounts = { agreed: 0, disagreed: 0, wellArgued: 0 }
