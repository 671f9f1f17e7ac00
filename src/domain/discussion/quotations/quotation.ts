import type { ArticleId, EditionId } from '../../articles/index.ts'
import type { CommentId } from '../comments/comment.ts'

/** Passages that one comment may quote: each of them is looked for when it is posted, and told to who wrote it. */
export const MOST_QUOTATIONS = 20

/** The most characters (code points) that one comment quotes in all: the longest comment twice. */
export const LONGEST_QUOTED = 16_000

/** `standing`: the words stand in the passage as quoted. `changed`: they did. `unresolved`: no passage is known. */
export type QuotationState = 'standing' | 'changed' | 'unresolved'

/** Exact words of a passage, cited in a comment. The words live here alone; the comment holds a slot for them. */
export interface Quotation {
  id: number
  articleId: ArticleId
  commentId: CommentId
  slot: number
  ofCommentId: CommentId | null
  ofEditionId: EditionId | null
  words: string
  /** What the writer called the speaker; shown only where no passage is known. */
  attribution: string
  state: QuotationState
  /** Its words before moderators took a passage out of what it quotes, for whoever decides again. */
  formerWords: string | null
}

/** A quotation before its comment has a number. */
export type NewQuotation = Omit<Quotation, 'id' | 'commentId' | 'articleId' | 'formerWords'>
