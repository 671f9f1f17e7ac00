import type { ArticleId } from '../../articles/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { CorrectionId } from '../../sources/index.ts'

/** That somebody was told of a correction. What it says stands in the correction alone. */
export interface CorrectionNotice {
  id: number
  personId: PersonId
  correctionId: CorrectionId
  articleId: ArticleId
  at: number
  readAt: number | null
}
