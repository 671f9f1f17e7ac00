import type { CommentTranslation } from './comment-translation.ts'
import type { CommentTranslationLease } from './leases.ts'

export interface CommentTranslationTables {
  commentTranslation: CommentTranslation
  commentTranslationLease: CommentTranslationLease
}
