import type { ArticleId } from '../../articles/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { CommentId } from '../comments/comment.ts'

/** What became of other words for a comment: "replaced" by later ones, or with the comment itself gone. */
export type EditOutcome = 'let-in' | 'refused' | 'replaced'

/** Other words for a comment that stands, which wait to be looked at; the former ones stand meanwhile. */
export interface HeldEdit {
  id: number
  articleId: ArticleId
  commentId: CommentId
  personId: PersonId
  /** As they were typed, quotations and all; empty once they stand, or are replaced. */
  words: string
  /** The rule of admission that wanted it, and what it found. */
  reason: string
  detail: string
  at: number
  outcome: EditOutcome | null
  decidedById: PersonId | null
  decidedAt: number | null
}
