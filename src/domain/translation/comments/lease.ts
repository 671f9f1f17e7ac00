import type { Language } from '../../../kit/language.ts'
import type { CommentId } from '../../discussion/index.ts'

/** That one process has a comment translated, so that no other asks for the same; it ends by itself. */
export interface CommentTranslationLease {
  commentId: CommentId
  language: Language
  until: number
}
