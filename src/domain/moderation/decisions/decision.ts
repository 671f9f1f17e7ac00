import type { Id } from '../../../kit/ids.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { CommentId, CommentState } from '../../discussion/index.ts'
import type { PersonId, Role } from '../../people/index.ts'
import type { RuleId } from '../rule.ts'

export type DecisionId = Id<'decision'>

/** What can be decided. The sentence for each is "decision.<kind>" in words/. */
export const COMMENT_DECISIONS = [
  'keep',
  'hold',
  'let-in',
  'remove',
  'remove-branch',
  'redact',
  'unredact',
  'restore',
  'lock',
  'unlock',
  'move',
  'uphold',
] as const
/** What can be decided about a person. */
export const PERSON_DECISIONS = ['warn', 'suspend', 'ban', 'unban'] as const
/** What can be decided about a discussion. */
export const DISCUSSION_DECISIONS = ['lock', 'unlock', 'slow', 'unslow'] as const
export const DECISION_KINDS = [...COMMENT_DECISIONS, ...PERSON_DECISIONS, 'slow', 'unslow'] as const
export type CommentDecision = (typeof COMMENT_DECISIONS)[number]
export type DiscussionDecision = (typeof DISCUSSION_DECISIONS)[number]
export type PersonDecision = (typeof PERSON_DECISIONS)[number]
export type DecisionKind = (typeof DECISION_KINDS)[number]

/** Letters and the public log wait for so long, in which a decision can be undone as if it had never been. */
export const UNDO_MS = 30_000

/** How what was decided about came up: readers brought it, staff came upon it, a machine found it, or somebody objected to what was decided before. */
export const FOUND_BY = ['report', 'staff', 'machine', 'appeal'] as const
export type FoundBy = (typeof FOUND_BY)[number]

/** As what somebody decided; a machine decides as none. */
export type DecidedAs = Role | 'machine'

/** One decision, whatever it is about and of however many comments. */
export interface Decision {
  id: DecisionId
  kind: DecisionKind
  at: number
  /** Null for a machine, and for somebody who is nobody any more. */
  byId: PersonId | null
  byRole: DecidedAs
  /** The second person, where the publication wanted one. */
  assentedById: PersonId | null
  foundBy: FoundBy
  /** Whether a machine decided. */
  automated: 0 | 1
  /** The rule of the publication that was broken, or the law; neither where nothing was. */
  ruleId: RuleId | null
  law: string | null
  /** What the person concerned is told. */
  note: string
  /** What moderators tell each other. */
  staffNote: string
  /** The discussion that it is about, or in which its only comment stands. */
  articleId: ArticleId | null
  /** The person that it is about. Authors of comments stand beside their comments. */
  personId: PersonId | null
  /** How many comments it is about. */
  comments: number
  /** The end of what is for a time. */
  until: number | null
  /** The case that it came from. */
  caseId: Id<'case'> | null
  /** The decision that this one takes back. */
  takesBackId: DecisionId | null
  undoneAt: number | null
  undoneById: PersonId | null
  /** When it could not be undone any more; from then on it is told. */
  settledAt: number | null
}

/** A comment that a decision is about, as it was then: its words are those of that revision. */
export interface DecidedComment {
  id: number
  decisionId: DecisionId
  commentId: CommentId
  articleId: ArticleId
  /** Its author then. */
  personId: PersonId | null
  /** Null where its words had been forgotten. */
  revision: number | null
  /** Its state before. */
  before: CommentState
  /** 1 until it is carried out, where it is about many, or taken back. */
  waits: 0 | 1
}
