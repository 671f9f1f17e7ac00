import type { Writing } from '../access.ts'
import type { Database } from '../database.ts'
import { onAnother } from '../dialect/index.ts'
import { doneIn, migrateAs } from '../migrate.ts'
import type { Migrations } from '../migration.ts'
import { Store } from '../store.ts'
import { compareTables } from './compare-tables.ts'
import { copiedTables } from './copied-tables.ts'
import { type CopyProgress, copyTables } from './copy-tables.ts'
import { rowsIn } from './rows-in.ts'

export interface Copying {
  parts: readonly Migrations[]
  /** Tables that are made anew from the others where they are needed. */
  derived: readonly string[]
  progress(done: number, all: number): void
  /** Done in a transaction of its own when all rows have arrived. */
  atEnd(tx: Writing): Promise<unknown>
}

/** Copies a running database as it stands at one moment into an empty one of either kind, compares them, and answers how many rows there are. */
export function copyInto(
  target: Database,
  source: Database,
  { parts, derived, progress, atEnd }: Copying,
): Promise<number> {
  return source.snapshot(async (db) => {
    await onAnother(async () => migrateAs(target, await doneIn({ migrator: db }), ...parts))
    const there = await source.tables(db)
    const tables = await onAnother(() => copiedTables(there, target, derived))
    await onAnother(() =>
      target.transact(async (tx) => {
        for (const { name } of tables.toReversed()) await tx.deleteFrom(name).execute()
      }),
    )
    const all = await rowsIn(db, tables)
    let arrived = 0
    await copyTables(db, target, tables, FROM_THE_BEGINNING, (rows) => {
      arrived += rows
      progress(arrived, all)
    })
    const { same, differences } = await onAnother(() => compareTables(db, target.reader, tables))
    if (differences.length > 0) throw new Error(`the copy is not what was copied: ${differences.join(' ')}`)
    await onAnother(() => new Store(target).write(atEnd))
    return same
  })
}

const FROM_THE_BEGINNING: CopyProgress = { upTo: () => undefined, arrived: async () => {} }
