import { DAY_MS } from '../../../kit/clock.ts'
import type { Id } from '../../../kit/ids.ts'
import type { PersonId } from '../../people/index.ts'
import type { ArticleId } from '../article.ts'

/** That an article was deleted: its addresses say that it was withdrawn, and for a while it can come back. */
export interface Deletion {
  id: Id<'deletion'>
  articleId: ArticleId
  byId: PersonId | null
  at: number
  /** What its editions were, as JSON, so that they can be that again. */
  states: string
  /** When its words went for good; null while it can come back. */
  sweptAt: number | null
}

/** So long a deletion can be undone. */
export const UNDONE_WITHIN_MS = 30 * DAY_MS
