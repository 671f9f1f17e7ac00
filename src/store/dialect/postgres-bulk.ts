import { CompiledQuery, sql } from 'kysely'
import type { AnyKysely } from '../any-kysely.ts'

/** Where tables hold more together than this already, making their indices anew would take longer than to keep them. */
const MOST_BYTES = 16 * 1024 * 1024

interface Kept {
  drop: string
  create: string
}

/**
 * Takes away the indices and references of tables while work fills them, and makes them anew at once; those of keys stay.
 * @NOTE whoever reads these tables waits until it is done, so it is not done where anybody else is connected; nobody is whose port is ours.
 */
export async function inBulk<T>(
  tx: AnyKysely,
  tables: readonly string[],
  ports: readonly number[],
  work: () => Promise<T>,
): Promise<T> {
  if ((await bytesIn(tx, tables)) > MOST_BYTES || (await isAnybodyElse(tx, ports))) return work()
  const kept = [...(await referencesOf(tx, tables)), ...(await indicesOf(tx, tables))]
  for (const { drop } of kept) await run(tx, drop)
  const value = await work()
  for (const { create } of kept.toReversed()) await run(tx, create)
  return value
}

async function bytesIn(tx: AnyKysely, tables: readonly string[]): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    select coalesce(sum(pg_relation_size(oid)), 0)::bigint as "bytes" from pg_class where ${areThese('oid', tables)}`.execute(
    tx,
  )
  return rows[0]!.bytes
}

async function isAnybodyElse(tx: AnyKysely, ports: readonly number[]): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_stat_activity
    where datname = current_database() and backend_type = 'client backend'
      and (client_port = any(${ports}::int[])) is not true limit 1`.execute(tx)
  return rows.length > 0
}

/** @NOTE the index of a key stands and falls with it. */
async function indicesOf(tx: AnyKysely, tables: readonly string[]): Promise<Kept[]> {
  const { rows } = await sql<Kept>`
    select format('drop index %s', i.indexrelid::regclass) as "drop", pg_get_indexdef(i.indexrelid) as "create"
    from pg_index i where ${areThese('i.indrelid', tables)}
      and not exists (select 1 from pg_constraint where conindid = i.indexrelid and contype in ('p', 'u'))
    order by i.indexrelid`.execute(tx)
  return rows
}

async function referencesOf(tx: AnyKysely, tables: readonly string[]): Promise<Kept[]> {
  const { rows } = await sql<Kept>`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as "drop",
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as "create"
    from pg_constraint where contype = 'f' and ${areThese('conrelid', tables)} order by oid`.execute(tx)
  return rows
}

function areThese(column: string, tables: readonly string[]) {
  return sql`${sql.ref(column)} = any(${tables.map((name) => `"${name}"`)}::regclass[])`
}

function run(tx: AnyKysely, words: string) {
  return tx.executeQuery(CompiledQuery.raw(words))
}
