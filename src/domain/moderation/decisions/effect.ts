import type { Writing } from '../../../store/index.ts'
import type { KeptComment } from '../../discussion/index.ts'
import type { Place, Right } from '../../people/index.ts'
import type { Decision, DecisionKind } from './decision.ts'

/** A decision that is being made, before it has a number. */
export type Deciding = Pick<Decision, 'kind' | 'at' | 'byId' | 'ruleId' | 'law' | 'note' | 'staffNote' | 'until'>

/** What a decision about a comment does to it, and how that is taken back. */
export interface Effect {
  right: Right<Place>
  /** Whether it says that something was broken, and so which rule or law. */
  needsGround: boolean
  /** Throws Trouble where the comment does not stand so that this could be decided. */
  carryOut(tx: Writing, comment: KeptComment, deciding: Deciding): Promise<void>
  undo(tx: Writing, comment: KeptComment, decision: Decision, at: number): Promise<void>
  /** The kinds of decisions that it takes back. */
  takesBack?: readonly DecisionKind[]
}
