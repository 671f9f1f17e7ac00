import type { Id } from '../../../kit/ids.ts'
import type { ArticleId, EditionId } from '../../articles/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { ClaimId } from '../claims/claim.ts'

export type CorrectionId = Id<'correction'>

/** How much it changes: what was wrong, or only unclear. "correction-weight.<weight>" in words/ names it. */
export const WEIGHTS = ['correction', 'clarification'] as const
export type Weight = (typeof WEIGHTS)[number]

export const LONGEST_SAID = 2_000

/** That something in an article was wrong. */
export interface Correction {
  id: CorrectionId
  articleId: ArticleId
  /** The claim that it is about, where it is about one. */
  claimId: ClaimId | null
  weight: Weight
  /** Since when it stood there. */
  since: number
  byId: PersonId | null
  at: number
}

/** What is said of it in one edition. */
export interface CorrectionWords {
  editionId: EditionId
  wrong: string
  right: string
}
