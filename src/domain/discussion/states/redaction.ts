import type { CommentId } from '../comments/comment.ts'

/** That moderators took a passage out of a comment. It is in force until it is put back. */
export interface Redaction {
  id: number
  commentId: CommentId
  passage: string
  /** The number of the wording from which it was taken. */
  former: number
  hiddenAt: number
  endedAt: number | null
}
