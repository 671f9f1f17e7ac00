import { sql } from 'kysely'
import type { AnyKysely, StoredTable } from '../database.ts'

/** The tables of the schema in which unnamed ones are looked for. */
export async function tablesOf(db: AnyKysely): Promise<StoredTable[]> {
  const { rows } = await sql<Omit<StoredTable, 'identity'> & { numbered: string | null; last: number | null }>`
    select c.relname as "name",
      array(select attname::text from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped order by attnum) as "columns",
      array(select a.attname::text from pg_index i
        cross join unnest(i.indkey::int2[]) with ordinality k (attnum, at)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary order by k.at) as "key",
      array(select distinct f.relname::text from pg_constraint o join pg_class f on f.oid = o.confrelid
        where o.conrelid = c.oid and o.contype = 'f' order by 1) as "references",
      n.attname::text as "numbered",
      pg_sequence_last_value(pg_get_serial_sequence(c.oid::regclass::text, n.attname)::regclass) as "last"
    from pg_class c left join pg_attribute n on n.attrelid = c.oid and n.attidentity <> ''
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname not like 'kysely%'
    order by c.relname collate "C"`.execute(db)
  return rows.map(({ numbered, last, ...table }) => ({
    ...table,
    identity: numbered === null ? undefined : { column: numbered, last: last ?? 0 },
  }))
}

/** @NOTE a sequence that has given nothing begins with 1, and cannot be told that it gave 0. */
export function numberAfter(tx: AnyKysely, table: string, { column, last }: { column: string; last: number }) {
  const sequence = sql`pg_get_serial_sequence(${`"${table}"`}, ${column})`
  return sql`select setval(${sequence}, ${Math.max(last, 1)}, ${last > 0})`.execute(tx)
}

export async function numbersOf(tx: AnyKysely, table: string, count: number): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    select nextval(pg_get_serial_sequence(${`"${table}"`}, 'id')) as "number" from generate_series(1, ${count})`.execute(
    tx,
  )
  return rows.map(({ number }) => number)
}
