import type { Id } from '../../../../kit/ids.ts'
import type { EditionId } from '../../../articles/index.ts'
import type { PersonId } from '../../../people/index.ts'

/** What a translator asks about a paragraph of the original, and what its author or an editor says to it. */
export interface Question {
  id: Id<'translationQuestion'>
  editionId: EditionId
  /** By which the paragraph is known, while its words stay the same. */
  originalHash: string
  /** The paragraph as it stood when it was asked about. */
  original: string
  question: string
  byId: PersonId | null
  at: number
  answer: string | null
  answeredById: PersonId | null
  answeredAt: number | null
}
