import type { Writing } from '../../../store/index.ts'
import type { KeptComment } from '../../discussion/index.ts'
import type { Place, Right } from '../../people/index.ts'
import type { DecidedComment, Decision, DecisionKind } from './decision.ts'

/** A decision that is being made, before it has a number. */
export type Deciding = Pick<Decision, 'kind' | 'at' | 'byId' | 'ruleId' | 'law' | 'note' | 'staffNote' | 'until'>

/** What a decision about a comment does to it, and how that is taken back. */
export interface Effect {
  right: Right<Place>
  /** Whether it says that something was broken, and so which rule or law. */
  needsGround: boolean
  /** What it says of the reports that it answers; null where they go on waiting. */
  answers: 'upheld' | 'unfounded' | null
  /** The kinds of decisions that it takes back. */
  takesBack?: readonly DecisionKind[]
  /** Throws Trouble where the comment does not stand so that this could be decided. */
  carryOut(tx: Writing, comment: KeptComment, deciding: Deciding): Promise<void>
  undo(tx: Writing, comment: KeptComment, undone: Undone): Promise<void>
}

/** A decision that is taken back, by whom and when, and how the comment stood before it. */
export interface Undone extends Pick<DecidedComment, 'before'> {
  byId: Decision['byId']
  at: number
}
