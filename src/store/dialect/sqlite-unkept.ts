import type { AnyKysely } from '../any-kysely.ts'
import type { Unkept } from '../database.ts'
import { kept } from './kept-text.ts'

const AT_ONCE = 500
/** The full text index has no texts of its own, and migrations are names of ours. */
const OTHERS = /^(?:searchIndex|articleIndex|sqlite_|kysely_)/
const TEXT = /text/i

/** Columns in which texts hold U+0000, and how many rows do: older versions let some in behind a decoder. */
export async function unkeptIn(db: AnyKysely): Promise<Unkept[]> {
  const found: Unkept[] = []
  for (const { table, column } of await textColumns(db)) {
    const rows = await holding(db, table, column)
      .select((e) => e.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow()
    if (Number(rows.rows) > 0) found.push({ table, column, rows: Number(rows.rows) })
  }
  return found
}

/** Puts U+FFFD in its place. @NOTE SQLite's own replace takes U+0000 for an empty text. */
export async function mendUnkept(tx: AnyKysely): Promise<void> {
  for (const { table, column } of await textColumns(tx)) {
    for (;;) {
      const rows = await holding(tx, table, column).select(['rowid as rowId', column]).limit(AT_ONCE).execute()
      for (const row of rows) {
        const update = tx.updateTable(table).set({ [column]: kept(String(row[column])) })
        await update.where('rowid', '=', row.rowId).execute()
      }
      if (rows.length < AT_ONCE) break
    }
  }
}

async function textColumns(db: AnyKysely) {
  const tables = (await db.introspection.getTables()).filter(({ name, isView }) => !isView && !OTHERS.test(name))
  return tables.flatMap(({ name: table, columns }) =>
    columns.filter(({ dataType }) => TEXT.test(dataType)).map(({ name: column }) => ({ table, column })),
  )
}

function holding(db: AnyKysely, table: string, column: string) {
  return db.selectFrom(table).where((e) => e(e.fn('instr', [column, e.fn('char', [e.lit(0)])]), '>', 0))
}
