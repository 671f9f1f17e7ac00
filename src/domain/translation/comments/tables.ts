import type { CommentTranslation } from './comment-translation.ts'
import type { CommentTranslationLease } from './lease.ts'

export interface CommentTranslationTables {
  commentTranslation: CommentTranslation
  commentTranslationLease: CommentTranslationLease
}
