import { DAY_MS } from '../../../kit/clock.ts'
import type { Id } from '../../../kit/ids.ts'
import type { PersonId } from '../../people/index.ts'
import type { DecisionId } from '../decisions/decision.ts'
import type { StatementId } from '../statements/statement.ts'

export type AppealId = Id<'appeal'>

/** The most characters (code points) in which somebody objects, and in which they are answered. */
export const LONGEST_APPEAL = 3_000
export const LONGEST_ANSWER = 1_000

/** Within so long an appeal is to be decided; it waits on when that has passed, first of all. */
export const DECIDED_WITHIN_MS = 14 * DAY_MS

/** Open until somebody has looked at the decision again: it was taken back, or it stands. */
export type AppealState = 'open' | 'granted' | 'dismissed'

/** That somebody objects to a decision of which they were told. Source: Regulation (EU) 2022/2065, article 20. */
export interface Appeal {
  id: AppealId
  statementId: StatementId
  /** The decision that is objected to. */
  decisionId: DecisionId
  personId: PersonId | null
  words: string
  at: number
  state: AppealState
  decidedAt: number | null
  /** The decision in which it ended. */
  outcomeId: DecisionId | null
  /** Whether the same person decided as before, because nobody else was there. */
  bySame: 0 | 1
}
