import { MINUTE_MS } from '../../../kit/clock.ts'
import type { Id } from '../../../kit/ids.ts'
import type { ArticleId, SectionId } from '../../articles/index.ts'
import type { CommentId } from '../../discussion/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { DecisionId } from '../decisions/decision.ts'

export type CaseId = Id<'case'>

/** Who claimed a case and did nothing for so long has left it. */
export const CLAIM_MS = 30 * MINUTE_MS

/** Everything that waits to be decided about one comment, or about one person where none is named. */
export interface Case {
  id: CaseId
  commentId: CommentId | null
  articleId: ArticleId | null
  sectionId: SectionId | null
  language: string | null
  /** The author of the comment, or the person that it is about. */
  personId: PersonId | null
  openedAt: number
  /** When something was added last. */
  latestAt: number
  /** How many reports wait, and what they weigh together, in hundredths. */
  reports: number
  weight: number
  /** How likely the words are to be removed, in thousandths; 0 where no machine has looked at them. */
  score: number
  claimedById: PersonId | null
  claimedAt: number | null
  closedAt: number | null
  /** The decision that closed it; null where what it was about went by itself. */
  outcomeId: DecisionId | null
}

/** Why something waits: a rule by its number in the database ("rule:3"), what no rule names, the law, or that it is held. */
export type CaseReason = `rule:${number}` | 'other' | 'illegal' | 'held' | 'asked'

/** What moderators tell each other about a case. */
export interface CaseNote {
  id: number
  caseId: CaseId
  byId: PersonId | null
  words: string
  at: number
}

/** Whether somebody works on a case at this moment. */
export function isClaimed({ claimedById, claimedAt }: Pick<Case, 'claimedById' | 'claimedAt'>, now: number): boolean {
  return claimedById !== null && claimedAt !== null && now - claimedAt < CLAIM_MS
}
