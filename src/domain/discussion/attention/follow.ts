import type { ArticleId } from '../../articles/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { CommentId, ROOT } from '../comments/comment.ts'

/** What somebody follows: an article's whole discussion (`commentId` 0), or a comment and all below it. */
export interface Follow {
  personId: PersonId
  articleId: ArticleId
  commentId: CommentId | typeof ROOT
}

/** The last of what one has read of what somebody follows. */
export type FollowCursor = Pick<Follow, 'articleId' | 'commentId'> & { at: number }
