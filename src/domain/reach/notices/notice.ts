import type { ArticleId } from '../../articles/index.ts'
import type { CommentId, ROOT } from '../../discussion/index.ts'
import type { PersonId } from '../../people/index.ts'

/** Why somebody is told of a comment, the strongest reason first; nobody is told twice of one comment. */
export const NOTICE_KINDS = ['reply', 'quotation', 'mention', 'follow'] as const

export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** That somebody was told of a comment. Its words stand in the comment alone. */
export interface Notice {
  id: number
  personId: PersonId
  kind: NoticeKind
  commentId: CommentId
  articleId: ArticleId
  /** The followed comment below which it is, or `ROOT` for a whole discussion; null where nothing was followed. */
  branchId: CommentId | typeof ROOT | null
  at: number
  readAt: number | null
}
