import { sql } from 'kysely'
import { Trouble } from '../../../kit/trouble.ts'
import type { AnyTables, Reading, Writing } from '../../../store/index.ts'
import { publicationChanged } from '../../articles/index.ts'
import { record } from '../../audit/index.ts'
import { mergeMade, mergeUndone } from '../acts.ts'
import { KEEPING, type Keeping } from '../keeping.ts'
import type { SourceTables } from '../tables.ts'
import type { Merge, MergedKind, MergeId } from './merge.ts'
import { NAMED_BY, type NamedBy } from './named-by.ts'

/** What something was merged into; undefined for what stands for itself. */
export async function mergedInto(db: Reading, kind: MergedKind, id: number): Promise<number | undefined> {
  const merges = db.look<SourceTables>().selectFrom('merge').select('intoId')
  const own = merges.where('kind', '=', kind).where('fromId', '=', id).where('undoneAt', 'is', null)
  return (await own.executeTakeFirst())?.intoId
}

/** What was merged into something, the latest first. */
export function mergesInto(db: Reading, kind: MergedKind, id: number, limit: number): Promise<Merge[]> {
  const merges = db.look<SourceTables>().selectFrom('merge').selectAll().where('kind', '=', kind)
  return merges.where('intoId', '=', id).where('undoneAt', 'is', null).orderBy('id', 'desc').limit(limit).execute()
}

/**
 * Makes one of two that are one: whatever names the first names the second from now on. What moved is kept row by row, so that it can
 * be undone. Throws Trouble where one of them is not there, or was merged already.
 */
export async function merge(
  tx: Writing,
  { kind, fromId, intoId }: Pick<Merge, 'kind' | 'fromId' | 'intoId'>,
  { byId, at }: Keeping,
): Promise<MergeId> {
  await tx.inTurn(KEEPING)
  if (fromId === intoId) throw new Trouble('invalid', 'merge.same')
  for (const id of [fromId, intoId]) await mustStand(tx, kind, id)
  const row = { kind, fromId, intoId, byId, at, undoneAt: null }
  const insert = tx.change<SourceTables>().insertInto('merge').values(row)
  const { id } = await insert.returning('id').executeTakeFirstOrThrow()
  if (kind === 'outlet') await moveDocuments(tx, id, fromId, intoId)
  for (const naming of NAMED_BY[kind]) await move(tx, id, naming, fromId, intoId)
  await record(tx, mergeMade, { byId, after: { [kind]: fromId, into: intoId }, at })
  tx.note(publicationChanged, { at })
  return id
}

/** Takes a merge back: what moved then and still stands there goes back. Nothing happens where it was taken back already. */
export async function undoMerge(tx: Writing, id: MergeId, { byId, at }: Keeping): Promise<Merge> {
  await tx.inTurn(KEEPING)
  const found = await tx.look<SourceTables>().selectFrom('merge').selectAll().where('id', '=', id).executeTakeFirst()
  if (!found) throw new Trouble('missing', 'merge.missing')
  if (found.undoneAt !== null) return found
  await mustStand(tx, found.kind, found.intoId)
  for (const naming of [DOCUMENTS, ...Object.values(NAMED_BY).flat()]) await moveBack(tx, id, naming)
  await tx.change<SourceTables>().updateTable('merge').set({ undoneAt: at }).where('id', '=', id).execute()
  await record(tx, mergeUndone, { byId, before: { [found.kind]: found.fromId, into: found.intoId }, at })
  tx.note(publicationChanged, { at })
  return found
}

async function mustStand(db: Reading, kind: MergedKind, id: number) {
  const row = await db.look<AnyTables>().selectFrom(kind).select('id').where('id', '=', id).executeTakeFirst()
  if (!row) throw new Trouble('missing', `${kind}.missing`)
  if (await mergedInto(db, kind, id)) throw new Trouble('conflict', 'merge.is-merged')
}

/** @NOTE an outlet has one document at an address: where both have it, what drew on the one draws on the other, which stays behind. */
async function moveDocuments(tx: Writing, id: MergeId, fromId: number, intoId: number) {
  const both = await tx
    .look<SourceTables>()
    .selectFrom('sourceDocument as one')
    .innerJoin('sourceDocument as other', 'other.url', 'one.url')
    .select(['one.id as from', 'other.id as to'])
    .where('one.outletId', '=', fromId as never)
    .where('other.outletId', '=', intoId as never)
    .orderBy('one.id')
    .execute()
  for (const { from, to } of both) for (const naming of NAMED_BY.sourceDocument) await move(tx, id, naming, from, to)
  const left = both.map(({ from }) => from)
  await move(tx, id, DOCUMENTS, fromId, intoId, left)
}

const DOCUMENTS: NamedBy = { table: 'sourceDocument', column: 'outletId', id: 'id' }

async function move(
  tx: Writing,
  mergeId: MergeId,
  { table, column, id, place }: NamedBy,
  fromId: number,
  toId: number,
  left: readonly number[] = [],
) {
  const rows = sql`${sql.ref(column)} = ${fromId}${left.length > 0 ? sql` and ${sql.ref(id)} not in (${sql.join(left)})` : sql``}`
  await sql`insert into "mergedRow" ("mergeId", "holder", "rowId", "place", "fromId", "toId")
    select cast(${mergeId} as bigint), cast(${`${table}.${column}`} as text), ${sql.ref(id)}, ${place ? sql.ref(place) : sql`0`},
      cast(${fromId} as bigint), cast(${toId} as bigint)
    from ${sql.table(table)} where ${rows}`.execute(tx.change())
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${toId} where ${rows}`.execute(tx.change())
}

async function moveBack(tx: Writing, mergeId: MergeId, { table, column, id, place }: NamedBy) {
  const moved = tx
    .look<SourceTables>()
    .selectFrom('mergedRow')
    .select(['fromId', 'toId'])
    .distinct()
    .where('mergeId', '=', mergeId)
    .where('holder', '=', `${table}.${column}`)
  for (const { fromId, toId } of await moved.orderBy('fromId').execute())
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${fromId} where ${sql.ref(column)} = ${toId}
      and exists (select 1 from "mergedRow" as "moved" where "moved"."mergeId" = ${mergeId} and "moved"."holder" = ${`${table}.${column}`}
        and "moved"."fromId" = ${fromId} and "moved"."rowId" = ${sql.ref(`${table}.${id}`)}
        and "moved"."place" = ${place ? sql.ref(`${table}.${place}`) : sql`0`})`.execute(tx.change())
}
