import type { CommentTranslation } from './comment-translation.ts'

export interface CommentTranslationTables {
  commentTranslation: CommentTranslation
}
