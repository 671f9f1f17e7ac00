import { setImmediate } from 'node:timers/promises'
import { Trouble } from '../../../kit/trouble.ts'
import { entriesOn, latestSeq, type Store } from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import { type CommentId, ROOT } from '../comments/comment.ts'
import { byId as commentById, discussionOf } from '../comments/comments.ts'
import { isRanked, orderUnder } from './order.ts'
import type { PageCursor } from './page-cursor.ts'
import { type Placed, placedAfter, type RankedUnder } from './ranked-reads.ts'
import { FRESH_MS, KEPT_MS, PRESENT_MS, type Ranking } from './ranking.ts'
import * as rankings from './rankings.ts'
import { PAGE_SIZE, RENEWED } from './replies-page.ts'

/** A part that can be read, and until when it may be kept as it is read now. */
export interface Readied {
  part: PageCursor
  /** Whether the ranking that was asked for is gone, so that this is the beginning of the present one. */
  renewed: boolean
  until: number | null
}

export type Rankings = ReturnType<typeof createRankings>

const ROWS_AT_ONCE = 100

/** Sees to it that a ranked part has its ranking; several who ask for one at a time wait for the same. */
export function createRankings(store: Store) {
  const making = new Map<string, Promise<number>>()

  /** Names the ranking in which a part is read: the one it names itself, while that is kept, or else the present one. */
  async function ready(articleId: ArticleId, part: PageCursor, now: number): Promise<Readied> {
    const order = orderUnder(part.order, part.under)
    if (!isRanked(order)) return { part: { ...part, ranking: 0 }, renewed: false, until: null }
    const under = { articleId, parentId: part.under, order }
    const named = part.ranking > 0 ? await rankings.byId(store, part.ranking) : undefined
    if (named && isOf(named, under) && now - named.at <= KEPT_MS)
      return { part, renewed: false, until: named.at + KEPT_MS }
    const { id, until } =
      (await childrenOf(store, under)) > PAGE_SIZE ? await present(under, now) : { id: 0, until: null }
    if (part.ranking === 0) return { part: { ...part, after: 0, ranking: id }, renewed: false, until }
    return { part: { ...part, after: 0, ranking: id, without: [] }, renewed: true, until }
  }

  async function present(under: RankedUnder, now: number): Promise<{ id: number; until: number }> {
    const last = await rankings.latest(store, under)
    const age = last ? now - last.at : Number.POSITIVE_INFINITY
    const moved = last !== undefined && (await entriesOn(store, under.articleId, last.seq, 1)).length > 0
    const life = moved ? FRESH_MS : PRESENT_MS
    if (last && age <= life) return { id: last.id, until: last.at + life }
    return { id: await made(under, now), until: now + FRESH_MS }
  }

  function made(under: RankedUnder, now: number): Promise<number> {
    const key = [under.articleId, under.parentId, under.order].join()
    const work = making.get(key) ?? make(store, under, now).finally(() => making.delete(key))
    making.set(key, work)
    return work
  }

  /** Readies a part and does the work of reading it: once more where one that came in between made it need a ranking. */
  async function reading<T>(
    articleId: ArticleId,
    part: PageCursor,
    now: number,
    work: (readied: Readied) => Promise<T>,
  ): Promise<T> {
    const once = async () => work(await ready(articleId, part, now))
    try {
      return await once()
    } catch (error) {
      if (error instanceof Trouble && error.key === RENEWED) return once()
      throw error
    }
  }

  return { ready, reading }
}

function isOf(ranking: Ranking, { articleId, parentId, order }: RankedUnder) {
  return ranking.articleId === articleId && ranking.parentId === parentId && ranking.order === order
}

/** A parent of another article has none in this one, so that no address makes a ranking of nothing. */
async function childrenOf(store: Store, { articleId, parentId }: RankedUnder): Promise<number> {
  if (parentId === ROOT) return ((await discussionOf(store, articleId))?.nextRoot ?? 1) - 1
  const parent = await commentById(store, parentId)
  return parent?.articleId === articleId ? parent.replies : 0
}

/** Ranks what stands under a parent in one state, and keeps it in several short writes; it can be read once it is whole. */
async function make(store: Store, under: RankedUnder, at: number): Promise<number> {
  const { rows, seq } = await store.read(async (db) => ({ rows: await rowsOf(db, under), seq: await latestSeq(db) }))
  const count = rows.reduce((sum, row) => sum + row.length, 0)
  let id = 0
  for (let from = 0; from === 0 || from < rows.length; from += ROWS_AT_ONCE) {
    const written = await store.write(async (tx) => {
      if (from === 0) await rankings.sweep(tx, at)
      const ranking = from === 0 ? await rankings.begin(tx, { ...under, at, seq }) : { id }
      await rankings.addRows(tx, ranking.id, from, rows.slice(from, from + ROWS_AT_ONCE))
      if (from + ROWS_AT_ONCE >= rows.length) await rankings.finish(tx, ranking.id, count)
      return ranking.id
    })
    id = written.value
  }
  return id
}

/** @NOTE a read of the embedded database holds the thread, so others get their turn after each. */
async function rowsOf(db: Parameters<typeof placedAfter>[0], under: RankedUnder): Promise<CommentId[][]> {
  const rows: CommentId[][] = []
  for (let last: Placed | undefined; ; ) {
    const placed = await placedAfter(db, under, last, rankings.IN_A_ROW)
    if (placed.length > 0) rows.push(placed.map(({ id }) => id))
    if (placed.length < rankings.IN_A_ROW) return rows
    last = placed.at(-1)
    await setImmediate()
  }
}
