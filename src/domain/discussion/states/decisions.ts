import type { ArticleId } from '../../articles/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { CommentId, Tombstone } from '../comments/comment.ts'

/** Who decided something about a comment, when and why. */
interface Decision {
  id: number
  articleId: ArticleId
  /** Null where nobody did, or nobody knows. */
  byId: PersonId | null
  note: string
}

/** That words were taken away. It is in force until it is taken back. */
export interface Removal extends Decision, Tombstone {
  commentId: CommentId
}

/** That a removal was taken back. */
export interface Restoration extends Decision {
  removalId: number
  at: number
}

/** That a new comment waits, out of sight. */
export interface Hold extends Decision {
  commentId: CommentId
  /** The rule of admission that wanted it, where it was not a person. */
  reason: string | null
  /** What that rule found, for moderators. */
  detail: string
  at: number
}

/** That a held comment was let in. */
export interface Admission extends Decision {
  holdId: number
  at: number
}

/** A removal as it is decided; who decided and why is not always known. */
export type NewRemoval = Tombstone & Partial<Pick<Removal, 'byId' | 'note'>>
