import { type RawBuilder, sql } from 'kysely'
import type { Reading } from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import { type CommentId, ROOT } from '../comments/comment.ts'
import { type ShownRow, shownRows } from '../comments/reads.ts'
import type { DiscussionTables } from '../tables.ts'
import type { Ranked } from './order.ts'

/** What each order goes by, the highest first; among equals the one that was there first. */
const KEYS: Record<Ranked, RawBuilder<number>> = {
  best: sql<number>`"best"`,
  replied: sql<number>`"replies"`,
  active: sql<number>`coalesce("lastActivityAt", 0)`,
}

export interface RankedUnder {
  articleId: ArticleId
  parentId: CommentId | typeof ROOT
  order: Ranked
}

/** A comment with what it is ranked by. */
export interface Placed {
  id: CommentId
  key: number
}

/** The comments under one parent after one of them, best placed first. @NOTE two ranges of the index, for databases read `a or b` slowly where many are equal. */
export async function placedAfter(
  db: Reading,
  { articleId, parentId, order }: RankedUnder,
  after: Placed | undefined,
  limit: number,
): Promise<Placed[]> {
  const key = KEYS[order]
  const comments = db
    .look<DiscussionTables>()
    .selectFrom('comment')
    .select(['id', key.as('key')])
  const placed = comments.where('articleId', '=', articleId).where('ordinal', 'is not', null)
  const under = placed.where(parentId === ROOT ? AMONG_ROOTS : isUnder(parentId))
  const highest = (from: typeof under, most: number) => from.orderBy(key, 'desc').orderBy('id').limit(most).execute()
  if (!after) return highest(under, limit)
  const equal = under.where(key, '=', after.key).where('id', '>', after.id)
  const same = await equal.orderBy('id').limit(limit).execute()
  if (same.length === limit) return same
  return [...same, ...(await highest(under.where(key, '<', after.key), limit - same.length))]
}

/** @NOTE written out, for the index of the active roots holds roots alone. */
const AMONG_ROOTS = sql<boolean>`"parentId" = 0`

function isUnder(parentId: CommentId) {
  return sql<boolean>`"parentId" = ${parentId}`
}

/** The first comments under one parent, best placed first. */
export async function highestUnder(db: Reading, under: RankedUnder, limit: number): Promise<ShownRow[]> {
  const placed = await placedAfter(db, under, undefined, limit)
  return rowsInOrder(
    db,
    placed.map(({ id }) => id),
  )
}

/** The best placed `each` replies under every one of these, at most `limit` in all. */
export async function highestUnderEach(
  db: Reading,
  { articleId, order }: Pick<RankedUnder, 'articleId' | 'order'>,
  parents: readonly CommentId[],
  each: number,
  limit: number,
): Promise<ShownRow[]> {
  const first = paddedByNobody(parents).map(
    (id) => sql`select * from (select "id" from "comment" where "articleId" = ${articleId} and "parentId" = ${id}
      and "ordinal" is not null order by ${KEYS[order]} desc, "id" limit ${each}) as "first"`,
  )
  const all = sql<{ id: CommentId }>`(${sql.join(first, sql` union all `)})`
  const found = await db.look<DiscussionTables>().selectFrom(all.as('highest')).select('id').execute()
  return rowsInOrder(
    db,
    found.slice(0, limit).map(({ id }) => id),
  )
}

/** These comments, in this order. */
export async function rowsInOrder(db: Reading, ids: readonly CommentId[]): Promise<ShownRow[]> {
  const rows = new Map((await shownRows(db, ids)).map((row) => [row.id, row]))
  return ids.flatMap((id) => rows.get(id) ?? [])
}

const NOBODY = -1

/** Up to a power of two, so that few statements have to be prepared. */
function paddedByNobody(ids: readonly CommentId[]): number[] {
  const size = 2 ** Math.ceil(Math.log2(ids.length))
  return Array.from({ length: size }, (_, i) => ids[i] ?? NOBODY)
}
