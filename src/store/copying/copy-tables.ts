import { Refusal } from '../../kit/refusal.ts'
import type { AnyKysely, Database, StoredTable } from '../database.ts'
import { onAnother } from '../dialect/index.ts'
import { keyOf, type PlainRow, type RowKey, rowsByKey } from './rows-by-key.ts'

/** How far a copy has come, kept where it goes on after an interruption. */
export interface CopyProgress {
  /** The last key that arrived of a table. */
  upTo(table: string): RowKey | undefined
  /** Says so in the transaction that brings the rows. */
  arrived(tx: AnyKysely, table: string, key: RowKey): Promise<unknown>
}

/** Copies all rows of these tables into empty ones, some in each transaction, and lets their numbers go on where they stood. */
export async function copyTables(
  from: AnyKysely,
  target: Database,
  tables: readonly StoredTable[],
  progress: CopyProgress,
  copied: (rows: number) => void,
): Promise<void> {
  for (const table of tables) {
    for await (const rows of rowsByKey(from, table, progress.upTo(table.name))) {
      for (const row of rows) refuseUnkept(table, row)
      await onAnother(() =>
        target.transact(async (tx) => {
          await progress.arrived(tx, table.name, keyOf(table, rows.at(-1)!))
          await target.fill(tx, table.name, rows)
        }),
      )
      copied(rows.length)
    }
  }
  await onAnother(() =>
    target.transact(async (tx) => {
      for (const { name, identity } of tables) if (identity) await target.numberAfter(tx, name, identity)
    }),
  )
}

/** @NOTE older versions let U+0000 in, which not every database can hold. */
function refuseUnkept({ name }: StoredTable, row: PlainRow) {
  const column = Object.keys(row).find((one) => typeof row[one] === 'string' && row[one].includes('\0'))
  if (column)
    throw new Refusal(
      `"${column}" of "${name}" holds the character U+0000, which cannot be kept. Run "npx parley doctor --repair" on the file first.`,
    )
}
