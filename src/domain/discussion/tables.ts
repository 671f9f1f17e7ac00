import type { Generated } from 'kysely'
import type { PersonId } from '../people/index.ts'
import type { Comment, CommentId, Tombstone, Wording } from './comment.ts'
import type { Follow } from './follows.ts'
import type { Quotation } from './quotation.ts'

export interface DiscussionTables {
  discussion: {
    articleId: number
    nextRoot: number
    visible: number
    total: number
    lastActivityAt: number | null
  }
  comment: Omit<Comment, 'id'> & { id: Generated<CommentId> }
  commentRevision: Wording & { id: Generated<number>; commentId: number; number: number; at: number | null }
  tombstone: Tombstone & { commentId: number; articleId: number }
  follow: Follow & { at: number }
  mention: { commentId: CommentId; personId: PersonId }
  quotation: Omit<Quotation, 'id'> & { id: Generated<number> }
}
