import { MINUTE_MS } from '../../../kit/clock.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { CommentId, ROOT } from '../comments/comment.ts'
import type { Ranked } from './order.ts'

/** Places change while people react, so a row of more than one page is ranked once and read page by page as it then stood. */
export interface Ranking {
  id: number
  articleId: ArticleId
  parentId: CommentId | typeof ROOT
  order: Ranked
  at: number
  /** The journal's number of the state that was ranked. */
  seq: number
  /** How many comments it holds; null until it is whole. */
  count: number | null
}

/** For so long a ranking is the present one, whatever moves. */
export const FRESH_MS = MINUTE_MS / 2
/** And for so long where nothing has moved. */
export const PRESENT_MS = 5 * MINUTE_MS
/** For so long those who began in a ranking can read on in it. */
export const KEPT_MS = 10 * MINUTE_MS
