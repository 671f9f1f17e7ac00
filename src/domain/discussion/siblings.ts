import type { Reading } from '../../store/index.ts'
import type { ArticleId } from '../articles/index.ts'
import type { Order } from './order.ts'
import type { Part, Rest } from './part.ts'
import { lastUnderOne, type Row, underOne } from './reads.ts'

/** A page of the comments under one parent, with the parts before and after it. */
export interface Siblings {
  rows: Row[]
  before: Part | null
  more: Rest | null
}

/** How many comments a page shows under one parent. */
export const PAGE = 50

/** Reads a page of the comments under one parent, of which there are `count`. */
export function siblingsOf(db: Reading, articleId: ArticleId, part: Part, count: number): Promise<Siblings> {
  return PAGES[part.order](db, articleId, part, count)
}

const PAGES: Record<Order, typeof siblingsOf> = {
  async oldest(db, articleId, part, count) {
    const { under, after } = part
    const rows = await underOne(db, articleId, under, after, PAGE)
    const before = after > 0 ? { ...part, after: Math.max(0, after - PAGE) } : null
    return { rows, before, more: restAfter(part, rows, count) }
  },

  async newest(db, articleId, part, count) {
    const { under, before } = part
    const rows = await lastUnderOne(db, articleId, under, before, PAGE)
    const later = before + PAGE > count ? 0 : before + PAGE
    return { rows, before: before > 0 ? { ...part, before: later } : null, more: restAfter(part, rows, count) }
  },
}

/** What follows these rows under their parent. Ordinals are dense, so counting is subtracting. */
export function restAfter(part: Part, rows: readonly Row[], count: number): Rest | null {
  const last = rows.at(-1)?.ordinal
  if (part.order === 'oldest') {
    const after = last ?? part.after
    return count > after ? { ...part, after, count: count - after } : null
  }
  const before = last ?? part.before
  const left = before === 0 ? count : before - 1
  return left > 0 ? { ...part, before, count: left } : null
}
