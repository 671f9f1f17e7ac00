import type { ArticleId } from '../../articles/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { CommentId, ROOT } from '../comments/comment.ts'

/** That somebody follows or saves something: an article (`commentId` 0), or a comment, of which who follows means all below it, too. */
export interface Mark {
  personId: PersonId
  articleId: ArticleId
  commentId: CommentId | typeof ROOT
}

/** The last of what one has read of somebody's marks. */
export type MarkCursor = Pick<Mark, 'articleId' | 'commentId'> & { at: number }

export interface MarkTables {
  /** With the thread that it is part of; `ROOT` for a whole discussion. */
  follow: Mark & { rootId: CommentId | typeof ROOT; at: number }
  saved: Mark & { at: number }
}
