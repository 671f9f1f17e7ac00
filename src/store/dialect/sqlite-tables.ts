import { sql } from 'kysely'
import type { AnyKysely, StoredTable } from '../database.ts'

/** The ordinary tables of a file; a virtual one and what stands behind it are made anew wherever they are needed. */
export async function tablesOf(db: AnyKysely): Promise<StoredTable[]> {
  const { rows: tables } = await sql<{ name: string; text: string }>`
    select l.name, s.sql as text from pragma_table_list l join sqlite_schema s on s.name = l.name and s.type = 'table'
    where l.schema = 'main' and l.type = 'table' and l.name not like 'sqlite_%' and l.name not like 'kysely_%'
    order by l.name`.execute(db)
  const last = await lastNumbers(db)
  return Promise.all(
    tables.map(({ name, text }) => tableOf(db, name, /autoincrement/i.test(text), last.get(name) ?? 0)),
  )
}

async function tableOf(db: AnyKysely, name: string, isNumbered: boolean, last: number): Promise<StoredTable> {
  const [columns, references] = await Promise.all([
    sql<{ name: string; pk: number }>`select name, pk from pragma_table_info(${name}) order by cid`.execute(db),
    sql<{ to: string }>`select distinct "table" as "to" from pragma_foreign_key_list(${name}) order by 1`.execute(db),
  ])
  const inKey = columns.rows.filter(({ pk }) => pk > 0).toSorted((one, other) => one.pk - other.pk)
  const key = inKey.map((column) => column.name)
  return {
    name,
    columns: columns.rows.map((column) => column.name),
    key,
    references: references.rows.map(({ to }) => to),
    identity: isNumbered ? { column: key[0]!, last } : undefined,
  }
}

async function lastNumbers(db: AnyKysely): Promise<Map<string, number>> {
  const kept = await sql`select name from sqlite_schema where name = 'sqlite_sequence'`.execute(db)
  if (kept.rows.length === 0) return new Map()
  const { rows } = await sql<{ name: string; seq: number }>`select name, seq from sqlite_sequence`.execute(db)
  return new Map(rows.map(({ name, seq }) => [name, seq]))
}

/** @NOTE the table that keeps these numbers has no key of its own. */
export async function numberAfter(tx: AnyKysely, table: string, { last }: { last: number }): Promise<void> {
  await sql`delete from sqlite_sequence where name = ${table}`.execute(tx)
  await sql`insert into sqlite_sequence (name, seq) values (${table}, ${last})`.execute(tx)
}

/** @NOTE a table that never had a row has none among these numbers either. */
export async function numbersOf(tx: AnyKysely, table: string, count: number): Promise<number[]> {
  const last = (await counted(tx, table, count)) ?? (await begun(tx, table, count))
  return Array.from({ length: count }, (_, at) => last - count + 1 + at)
}

async function begun(tx: AnyKysely, table: string, count: number): Promise<number> {
  await sql`insert into sqlite_sequence (name, seq)
    select ${table}, 0 where not exists (select 1 from sqlite_sequence where name = ${table})`.execute(tx)
  return (await counted(tx, table, count))!
}

async function counted(tx: AnyKysely, table: string, count: number): Promise<number | undefined> {
  const { rows } = await sql<{ seq: number }>`
    update sqlite_sequence set seq = seq + ${count} where name = ${table} returning seq`.execute(tx)
  return rows[0]?.seq
}
