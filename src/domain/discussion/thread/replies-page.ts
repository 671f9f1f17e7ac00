import { Trouble } from '../../../kit/trouble.ts'
import type { Reading } from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { CommentId } from '../comments/comment.ts'
import { lastUnderOne, type ShownRow, underOne } from '../comments/reads.ts'
import { isRanked, type Order, orderUnder, type Ranked } from './order.ts'
import type { NextPage, PageCursor } from './page-cursor.ts'
import { highestUnder, rowsInOrder } from './ranked-reads.ts'
import * as rankings from './rankings.ts'

/** A page of the comments under one parent, with the parts before and after it. */
export interface RepliesPage {
  rows: ShownRow[]
  before: PageCursor | null
  more: NextPage | null
}

/** How many comments a page shows under one parent. */
export const PAGE_SIZE = 50

/** The sentence for one whose ranking is gone. */
export const RENEWED = 'order.renewed'

type ReadSiblings = (db: Reading, articleId: ArticleId, part: PageCursor, count: number) => Promise<RepliesPage>

/** Reads a page of the comments under one parent, of which there are `count`. Throws where a ranking is needed that is gone. */
export const repliesPage: ReadSiblings = (db, articleId, part, count) =>
  PAGES[orderUnder(part.order, part.under)](db, articleId, part, count)

const PAGES: Record<Order, ReadSiblings> = {
  async oldest(db, articleId, part, count) {
    const { under, after } = part
    const rows = await underOne(db, articleId, under, after, PAGE_SIZE)
    return { rows, before: earlier(part), more: nextPageAfter(part, rows, count) }
  },

  async newest(db, articleId, part, count) {
    const { under, before } = part
    const rows = await lastUnderOne(db, articleId, under, before, PAGE_SIZE)
    const later = before + PAGE_SIZE > count ? 0 : before + PAGE_SIZE
    return { rows, before: before > 0 ? { ...part, before: later } : null, more: nextPageAfter(part, rows, count) }
  },

  best: (db, articleId, part, count) => ranked(db, articleId, part, 'best', count),
  replied: (db, articleId, part, count) => ranked(db, articleId, part, 'replied', count),
  active: (db, articleId, part, count) => ranked(db, articleId, part, 'active', count),
}

/** What one page holds whole is ranked as it is read. */
async function ranked(
  db: Reading,
  articleId: ArticleId,
  part: PageCursor,
  order: Ranked,
  count: number,
): Promise<RepliesPage> {
  const under = { articleId, parentId: part.under, order }
  if (part.ranking === 0 && count <= PAGE_SIZE) {
    const rows = await highestUnder(db, under, PAGE_SIZE)
    return { rows: rows.filter(({ id }) => !part.without?.includes(id)), before: earlier(part), more: null }
  }
  const ranking = part.ranking > 0 ? await rankings.byId(db, part.ranking) : await rankings.latest(db, under)
  if (!ranking) throw new Trouble('gone', RENEWED)
  const named = { ...part, ranking: ranking.id }
  const placed = await rankings.idsAfter(db, ranking.id, part.after, PAGE_SIZE)
  const rows = await rowsInOrder(db, besides(placed, part.without))
  return { rows, before: earlier(named), more: await further(db, named, placed, ranking.count) }
}

/** What follows a page of a ranking, without those that have yet to be passed over: only when few are left it is seen whether they are these. */
async function further(
  db: Reading,
  part: PageCursor,
  placed: readonly CommentId[],
  count: number,
): Promise<NextPage | null> {
  const after = part.after + PAGE_SIZE
  const without = besides(part.without ?? [], placed)
  const places = count - after
  if (places > without.length) return { ...part, after, without, count: places - without.length }
  const left = places > 0 ? besides(await rankings.idsAfter(db, part.ranking, after, places), without).length : 0
  return left > 0 ? { ...part, after, without, count: left } : null
}

function besides(ids: readonly CommentId[], others: readonly CommentId[] = []): CommentId[] {
  return ids.filter((id) => !others.includes(id))
}

/** The page before one; of those that begin after what stood above a link, the beginning. */
function earlier({ without = [], ...part }: PageCursor): PageCursor | null {
  return part.after > 0 || without.length > 0 ? { ...part, after: Math.max(0, part.after - PAGE_SIZE) } : null
}

/** What follows these rows under their parent. Ordinals are dense, so counting is subtracting; ranked, it is all but these. */
export function nextPageAfter(part: PageCursor, rows: readonly ShownRow[], count: number): NextPage | null {
  const order = orderUnder(part.order, part.under)
  if (isRanked(order)) {
    const without = rows.map(({ id }) => id)
    return count > rows.length ? { ...part, without, count: count - rows.length } : null
  }
  const last = rows.at(-1)?.ordinal
  if (order === 'oldest') {
    const after = last ?? part.after
    return count > after ? { ...part, after, count: count - after } : null
  }
  const before = last ?? part.before
  const left = before === 0 ? count : before - 1
  return left > 0 ? { ...part, before, count: left } : null
}
