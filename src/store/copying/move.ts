import { EXIT, Refusal } from '../../kit/refusal.ts'
import type { Writing } from '../access.ts'
import type { Database, StoredTable } from '../database.ts'
import type { FrozenFile } from '../dialect/index.ts'
import { distance, migrateAs } from '../migrate.ts'
import type { Migrations } from '../migration.ts'
import { Store } from '../store.ts'
import { compareTables } from './compare-tables.ts'
import { copiedTables, refuseStrangers } from './copied-tables.ts'
import { copyTables } from './copy-tables.ts'
import { layMark, MOVE_MARK, movedFrom, takeMark } from './move-mark.ts'
import { rowsIn } from './rows-in.ts'

/** What the mover shows and is told. */
export interface Moving {
  parts: readonly Migrations[]
  /** Tables that are made anew from the others where they are needed. */
  derived: readonly string[]
  copying(done: number, all: number): void
  comparing(done: number, all: number): void
  say(line: string): void
  /** Done in the transaction that ends the move. */
  atEnd(tx: Writing): Promise<unknown>
}

/**
 * Brings everything that stands in a file into an empty database, and goes on where an interruption left it. Throws a Refusal where
 * the database holds something else, and where what arrived is not, row by row, what was sent. Answers how many rows did.
 */
export async function move(source: FrozenFile, target: Database, moving: Moving): Promise<number> {
  await prepare(source, target, moving)
  const done = await migrationsIn(source, target, moving.parts)
  await migrateAs(target, done, ...moving.parts)
  const there = await source.tables()
  const tables = await copiedTables(there, target, [...moving.derived, MOVE_MARK])
  const isDerived = (name: string) => moving.derived.includes(name)
  refuseStrangers(
    there.filter(({ name }) => !isDerived(name)),
    tables,
  )
  const mark = await takeMark(target)
  if (!mark.isEmptied) {
    await target.transact(async (tx) => {
      for (const { name } of tables.toReversed()) await tx.deleteFrom(name).execute()
      await mark.emptied(tx)
    })
  }
  const all = await rowsIn(source.db, tables)
  let arrived = await rowsIn(target.reader, tables)
  if (arrived > 0) moving.say(`${arrived} of ${all} rows arrived before; the others follow.`)
  await copyTables(source.db, target, tables, mark, (rows) => {
    arrived += rows
    moving.copying(arrived, all)
  })
  return compared(source, target, tables, all, moving)
}

async function compared(
  source: FrozenFile,
  target: Database,
  tables: readonly StoredTable[],
  all: number,
  moving: Moving,
) {
  let seen = 0
  const see = (rows: number) => {
    seen += rows
    moving.comparing(seen, all)
  }
  const { same, differences } = await target.snapshot((db) => compareTables(source.db, db, tables, see))
  if (differences.length > 0)
    throw new Refusal(
      `What arrived is not what was sent. Nothing of the file is changed; empty the database and move again.\n${differences.join('\n')}`,
      EXIT.unexpected,
    )
  await new Store(target).write(async (tx) => {
    await moving.atEnd(tx)
    await tx.change().schema.dropTable(MOVE_MARK).execute()
  })
  return same
}

/** Sees that the database is empty, or that what stands in it is a part of the same move. */
async function prepare(source: FrozenFile, target: Database, { say }: Moving): Promise<void> {
  const [complaint] = source.complaints
  if (complaint)
    throw new Refusal(`The file is damaged (${complaint}). Restore a backup of it first; nothing was moved.`)
  const tables = await allTables(target)
  if (tables.length > 0 && !tables.includes(MOVE_MARK))
    throw new Refusal(
      `The database that PARLEY_DATABASE names is not empty (it has the table ${tables[0]}). Name one that nobody has used; nothing was moved.`,
    )
  if (tables.includes(MOVE_MARK)) {
    if ((await movedFrom(target)) === source.fingerprint) return
    say('The file has changed since a move of it was broken off, so it is moved anew.')
    await target.migrator.transaction().execute(async (tx) => {
      for (const name of tables) await tx.schema.dropTable(name).ifExists().cascade().execute()
    })
  }
  await layMark(target, source.fingerprint)
}

async function allTables({ migrator }: Database): Promise<string[]> {
  const tables = await migrator.introspection.getTables({ withInternalKyselyTables: true })
  return tables.map(({ name }) => name)
}

/** Whatever version wrote the file: the database is made as that one would. */
async function migrationsIn(
  { db }: FrozenFile,
  { columns }: Database,
  parts: readonly Migrations[],
): Promise<string[]> {
  const { newer, done } = await distance({ columns, migrator: db }, ...parts)
  if (newer.length > 0)
    throw new Refusal(
      `The file was written by a newer Parley (it has the migration ${newer.join(', ')}). Move it with that version.`,
      EXIT.newerDatabase,
    )
  if (done.length === 0) throw new Refusal('The file is a database, but none of Parley. Nothing was moved.')
  return done
}
