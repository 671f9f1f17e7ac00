import { z } from 'zod'
import type { Id } from '../../../kit/ids.ts'
import { idOf } from '../../../kit/ids.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { CommentId } from '../../discussion/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { CaseId } from '../cases/case.ts'
import type { DecisionId, DecisionKind } from '../decisions/decision.ts'
import type { RuleId } from '../rule.ts'

export type ProposalId = Id<'proposal'>

/** What became of it: a second person assented, declined, whoever made it took it back, or something else was decided meanwhile. */
export type ProposalOutcome = 'agreed' | 'declined' | 'withdrawn' | 'overtaken'

/** A decision that one moderator wants and that is made once a second assents. */
export interface Proposal {
  id: ProposalId
  kind: DecisionKind
  /** Null for somebody who is nobody any more. */
  byId: PersonId | null
  at: number
  /** What it is about: one comment, or else a person, or else the discussion of an article, or else many comments, which `particulars` name. */
  commentId: CommentId | null
  articleId: ArticleId | null
  /** The person, or the author of the comment. */
  personId: PersonId | null
  comments: number
  caseId: CaseId | null
  ruleId: RuleId | null
  law: string | null
  note: string
  staffNote: string
  /** `Particulars` in JSON. */
  particulars: string
  endedAt: number | null
  endedById: PersonId | null
  outcome: ProposalOutcome | null
  /** The decision that it became, or that was made instead. */
  decisionId: DecisionId | null
}

/** What some decisions need beside: a passage, a length of time, how a discussion is slowed, or which comments. */
export const particulars = z.object({
  passage: z.string().optional(),
  length: z.enum(['day', 'week', 'month']).optional(),
  minutes: z.number().nullable().optional(),
  seconds: z.number().optional(),
  selection: z
    .union([
      z.object({ author: idOf<'person'>() }),
      z.object({ branch: idOf<'comment'>() }),
      z.object({ comments: z.array(idOf<'comment'>()) }),
    ])
    .optional(),
})
export type Particulars = z.infer<typeof particulars>

/** Whether it is about a whole discussion. */
export function isAboutDiscussion({ commentId, articleId }: Pick<Proposal, 'commentId' | 'articleId'>): boolean {
  return commentId === null && articleId !== null
}
