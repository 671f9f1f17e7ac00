import type { Writing } from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { KeptComment } from '../../discussion/index.ts'
import type { Place, Right } from '../../people/index.ts'
import type { DecidedComment, Decision, DecisionKind } from './decision.ts'

/** A decision that is being made, before it has a number. */
export type Deciding = Pick<Decision, 'kind' | 'at' | 'byId' | 'ruleId' | 'law' | 'note' | 'staffNote' | 'until'> & {
  foundBy?: Decision['foundBy']
  /** What is taken out, where a passage is. */
  passage?: string | undefined
  /** When the passage was taken out that is put back; the last where none is named. */
  takenAt?: number | undefined
  /** The article under which a branch is to stand. */
  to?: ArticleId | undefined
}

/** What a decision about a comment does to it, and how that is taken back. */
export interface Effect {
  right: Right<Place>
  /** Whether it says that something was broken, and so which rule or law. */
  needsGround: boolean
  /** What it says of the reports that it answers; null where they go on waiting. */
  answers: 'upheld' | 'unfounded' | null
  /** The kinds of decisions that it takes back. */
  takesBack?: readonly DecisionKind[]
  /** Whether it ends a case that a moderator alone has brought up. */
  endsAsked?: true
  /** Throws Trouble where the comment does not stand so that this could be decided. */
  carryOut(tx: Writing, comment: KeptComment, deciding: Deciding): Promise<void>
  /** The same for many that stand, in as few statements as for one; where there is none, they are gone through one by one. */
  carryOutMany?(tx: Writing, comments: readonly KeptComment[], deciding: Deciding): Promise<void>
  undo(tx: Writing, comment: KeptComment, undone: Undone): Promise<void>
}

/** A decision that is taken back, by whom and when, and how the comment stood before it. */
export interface Undone extends Pick<DecidedComment, 'before'> {
  byId: Decision['byId']
  at: number
}
