import { z } from 'zod'
import { DAY_MS } from '../../../kit/clock.ts'
import type { Id } from '../../../kit/ids.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { CommentId } from '../../discussion/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { DecisionId } from '../decisions/decision.ts'

export type StatementId = Id<'statement'>

/** So long one may object to a decision. Source: Regulation (EU) 2022/2065, article 20(1): at least six months. */
export const OBJECTED_WITHIN_MS = 184 * DAY_MS

/** Who was told: whose words or account it is, or who had reported them. */
export type StatementTo = 'author' | 'reporter'

/** That somebody is told of a decision, with its ground as it was worded then. Source: Regulation (EU) 2022/2065, article 17. */
export interface Statement {
  id: StatementId
  decisionId: DecisionId
  /** Nobody where the author has no account here, or has been erased. */
  personId: PersonId | null
  to: StatementTo
  /** Nothing where it is about the person, or about several comments. */
  commentId: CommentId | null
  articleId: ArticleId | null
  comments: number
  /** A `Ground` in JSON. */
  ground: string
  at: number
}

/** The rule or the law that a decision rests on, in every language in which the rule stood then. */
export const ground = z.object({
  rule: z
    .object({
      number: z.int(),
      words: z.array(z.object({ language: z.string(), title: z.string(), words: z.string() })),
    })
    .nullable(),
  law: z.string().nullable(),
})

export type Ground = z.infer<typeof ground>

/** What a decision keeps from somebody. Source of the words: the enumerations of the EU transparency database. */
export interface Restriction {
  visibility?:
    | 'DECISION_VISIBILITY_CONTENT_REMOVED'
    | 'DECISION_VISIBILITY_CONTENT_DISABLED'
    | 'DECISION_VISIBILITY_OTHER'
  /** What another kind of visibility is. */
  otherwise?: string
  account?: 'DECISION_ACCOUNT_SUSPENDED' | 'DECISION_ACCOUNT_TERMINATED'
}

/** The decisions by which something is kept from somebody, of which they must be told. */
export const RESTRICTIONS: Readonly<Record<string, Restriction>> = {
  remove: { visibility: 'DECISION_VISIBILITY_CONTENT_REMOVED' },
  'remove-branch': { visibility: 'DECISION_VISIBILITY_CONTENT_REMOVED' },
  redact: { visibility: 'DECISION_VISIBILITY_OTHER', otherwise: 'A passage was taken out.' },
  hold: { visibility: 'DECISION_VISIBILITY_CONTENT_DISABLED' },
  suspend: { account: 'DECISION_ACCOUNT_SUSPENDED' },
  ban: { account: 'DECISION_ACCOUNT_TERMINATED' },
}

const TOLD_BESIDE = ['warn', 'move', 'restore', 'unredact', 'let-in', 'unban', 'uphold']

/** Whether the person concerned is told of such a decision; what leaves all as it was they are not. */
export function isTold(kind: string): boolean {
  return kind in RESTRICTIONS || TOLD_BESIDE.includes(kind)
}
