import { z } from 'zod'
import { stableJson } from '../../../kit/json.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import type { CommentId } from '../comments/comment.ts'
import type { DiscussionTables } from '../tables.ts'
import type { RankedUnder } from './ranked-reads.ts'
import { KEPT_MS, type Ranking } from './ranking.ts'

type Whole = Ranking & { count: number }

/** How many comments one row of a ranking holds. */
export const IN_A_ROW = 500
const SWEPT_AT_ONCE = 5
/** Those who were just let in may read to the end of their page. */
const GRACE_MS = 60_000

const ids = z.array(z.int().transform((id) => id as CommentId))

/** Undefined where there is none, or none that is whole. */
export async function byId(db: Reading, id: number): Promise<Whole | undefined> {
  const rankings = db.look<DiscussionTables>().selectFrom('ranking').selectAll().where('id', '=', id)
  return wholeOf(await rankings.executeTakeFirst())
}

/** The latest whole ranking of what stands under one parent. */
export async function latest(db: Reading, { articleId, parentId, order }: RankedUnder): Promise<Whole | undefined> {
  const rankings = db.look<DiscussionTables>().selectFrom('ranking').selectAll().where('articleId', '=', articleId)
  const of = rankings.where('parentId', '=', parentId).where('order', '=', order).where('count', 'is not', null)
  return wholeOf(await of.orderBy('id', 'desc').limit(1).executeTakeFirst())
}

function wholeOf(ranking: Ranking | undefined): Whole | undefined {
  return ranking && ranking.count !== null ? { ...ranking, count: ranking.count } : undefined
}

/** The comments in the places after so many. */
export async function idsAfter(db: Reading, rankingId: number, after: number, limit: number): Promise<CommentId[]> {
  const [first, last] = [after, after + limit - 1].map((place) => Math.floor(place / IN_A_ROW)) as [number, number]
  const pages = db.look<DiscussionTables>().selectFrom('rankingPage').select('ids').where('rankingId', '=', rankingId)
  const rows = await pages.where('page', '>=', first).where('page', '<=', last).orderBy('page').execute()
  const found = rows.flatMap((row) => ids.parse(JSON.parse(row.ids)))
  const skipped = after - first * IN_A_ROW
  return found.slice(skipped, skipped + limit)
}

export function begin(tx: Writing, ranking: Omit<Ranking, 'id' | 'count'>): Promise<{ id: number }> {
  const insert = tx
    .change<DiscussionTables>()
    .insertInto('ranking')
    .values({ ...ranking, count: null })
  return insert.returning('id').executeTakeFirstOrThrow()
}

/** Adds rows of a ranking, the first of which is its `from`-th. */
export async function addRows(tx: Writing, rankingId: number, from: number, rows: readonly (readonly CommentId[])[]) {
  if (rows.length === 0) return
  const values = rows.map((row, at) => ({ rankingId, page: from + at, ids: stableJson(row) }))
  await tx.change<DiscussionTables>().insertInto('rankingPage').values(values).execute()
}

export function finish(tx: Writing, id: number, count: number) {
  return tx.change<DiscussionTables>().updateTable('ranking').set({ count }).where('id', '=', id).execute()
}

/** Takes away some of those in which nobody can read on any more. */
export async function sweep(tx: Writing, now: number): Promise<void> {
  const rankings = tx
    .look<DiscussionTables>()
    .selectFrom('ranking')
    .select('id')
    .where('at', '<', now - KEPT_MS - GRACE_MS)
  for (const { id } of await rankings.orderBy('at').limit(SWEPT_AT_ONCE).execute()) {
    await tx.change<DiscussionTables>().deleteFrom('rankingPage').where('rankingId', '=', id).execute()
    await tx.change<DiscussionTables>().deleteFrom('ranking').where('id', '=', id).execute()
  }
}

/** Takes away all, when other comments have come under the same numbers. */
/** Forgets those of one discussion. */
export async function forgetUnder(tx: Writing, articleId: RankedUnder['articleId']): Promise<void> {
  const rankings = tx.change<DiscussionTables>().selectFrom('ranking').select('id').where('articleId', '=', articleId)
  await tx.change<DiscussionTables>().deleteFrom('rankingPage').where('rankingId', 'in', rankings).execute()
  await tx.change<DiscussionTables>().deleteFrom('ranking').where('articleId', '=', articleId).execute()
}

export async function forgetAll(tx: Writing): Promise<void> {
  await tx.change<DiscussionTables>().deleteFrom('rankingPage').execute()
  await tx.change<DiscussionTables>().deleteFrom('ranking').execute()
}
