import type { CreateTableBuilder } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { AnyKysely } from './any-kysely.ts'
import type { Columns } from './database.ts'

/** Named by the time at which they were written, "20261130T0710-what", so that two that were written side by side can meet; the first ones are numbered. */
export type Migrations = Record<string, (columns: Columns) => ToldMigration>

/** A migration, and what it does in a sentence for those who run Parley; the ones of the first release have none. */
export type ToldMigration = Migration & { says?: string }

/** `create table` as this database wants it. */
export function createTable(db: AnyKysely, columns: Columns, name: string): CreateTableBuilder<string> {
  return db.schema.createTable(name).modifyEnd(columns.tableEnd)
}
