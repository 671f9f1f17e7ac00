import type { z } from 'zod'
import type { Reading, Writing } from './access.ts'

export type Value = string | number | null
export type ExportedRow = Record<string, Value>

/** Says what is wrong with an arriving row, where its line is known. */
export type Refuse = (row: ExportedRow, sentence: string) => never

/** A table as an export carries it. Each part lists its own; what stands in no list does not leave the publication. */
export interface ExportedTable {
  table: string
  /** Where its rows go, where that is another one than it names. */
  into?: string
  /** By which its rows are ordered: the id, or the primary key. */
  key: readonly string[]
  /** What travels, in this order. */
  columns: Readonly<Record<string, z.ZodType<Value>>>
  /** What a column says that exports of earlier versions do not have. */
  absent?: Readonly<Record<string, (row: ExportedRow) => Value>>
  /** Columns that name a row of another table by its id. */
  references?: Readonly<Record<string, string>>
  /** Columns that name comments: where one of them does not stand, the row is marked. */
  unseenWith?: readonly string[]
  /** Does what is to be done once rows have arrived; `read` are the same as the file has them. */
  settle?(tx: Writing, rows: readonly ExportedRow[], read: readonly ExportedRow[]): Promise<unknown>
  /** Gives arriving rows the columns that do not travel. */
  complete?(tx: Writing, rows: readonly ExportedRow[], refuse: Refuse): Promise<ExportedRow[]> | ExportedRow[]
}

/** Any table, for code that is handed their names. */
export type AnyTables = Record<string, ExportedRow>

/** So many numbers for each that is looked for are read rather than spelled out. */
const CLOSE = 2

/** Rows of a table by a column with numbers, for a bounded list of them; where they are close together, those between them come along. */
export async function rowsWhere(
  db: Reading,
  table: string,
  column: string,
  numbers: readonly number[],
  columns: readonly string[],
): Promise<ExportedRow[]> {
  if (numbers.length === 0) return []
  const rows = db
    .look<AnyTables>()
    .selectFrom(table)
    .select([...columns])
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)]
  const among =
    last - first < CLOSE * numbers.length
      ? rows.where(column, '>=', first).where(column, '<=', last)
      : rows.where(column, 'in', numbers)
  return among.execute()
}
