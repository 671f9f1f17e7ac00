import { sql } from 'kysely'
import type { AnyKysely, StoredTable } from '../database.ts'

/** A row as JSON can carry it: what a database's driver makes of a moment or of a yes and no is a text and a number again. */
export type PlainRow = Record<string, string | number | null>

/** A key of a row, in the order of its columns. */
export type RowKey = readonly (string | number)[]

/** So many rows are held at once. */
const AT_ONCE = 250

/** The rows of a table after a key, by their keys, some at a time; both databases order texts by their bytes. */
export async function* rowsByKey(db: AnyKysely, table: StoredTable, after?: RowKey): AsyncGenerator<PlainRow[]> {
  const key = sql.join(table.key.map((column) => sql.ref(column)))
  for (let from = after; ; ) {
    const rows = db.selectFrom(table.name).select([...table.columns])
    const next = from === undefined ? rows : rows.where(sql<boolean>`(${key}) > (${sql.join([...from])})`)
    const inOrder = table.key.reduce((query, column) => query.orderBy(column), next)
    const found = await inOrder.limit(AT_ONCE).execute()
    if (found.length > 0) yield found.map(plain)
    if (found.length < AT_ONCE) return
    from = keyOf(table, plain(found.at(-1)!))
  }
}

export function keyOf({ key }: StoredTable, row: PlainRow): RowKey {
  return key.map((column) => row[column]!)
}

function plain(row: Record<string, unknown>): PlainRow {
  const values = Object.entries(row).map(([column, value]) => [column, plainValue(value)])
  return Object.fromEntries(values)
}

function plainValue(value: unknown): string | number | null {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  if (typeof value === 'boolean') return Number(value)
  if (value instanceof Date) return value.toISOString()
  throw new Error(`a ${typeof value} stands in a table, which no copy can carry`)
}
