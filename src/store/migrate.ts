import type { CreateTableBuilder } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { EXIT, Refusal } from '../kit/refusal.ts'
import type { AnyKysely, Columns, Database } from './database.ts'
import { migrations as ours } from './migrations.ts'

/** Named "NNN-what"; the number orders them across all parts. */
export type Migrations = Record<string, (columns: Columns) => Migration>

/** `create table` as this database wants it. */
export function createTable(db: AnyKysely, columns: Columns, name: string): CreateTableBuilder<string> {
  return db.schema.createTable(name).modifyEnd(columns.tableEnd)
}

/** Brings the database up to this program, all or nothing; refuses one that a newer program has written. */
export async function migrate(database: Database, ...parts: Migrations[]): Promise<void> {
  const all = [ours, ...parts].flatMap((migrations) => Object.entries(migrations))
  const migrations = Object.fromEntries(all.map(([name, migration]) => [name, migration(database.columns)]))
  const migrator = new Migrator({ db: database.migrator, provider: { getMigrations: async () => migrations } })
  await refuseNewer(database, migrations)
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

async function refuseNewer({ migrator }: Database, known: Record<string, Migration>) {
  const tables = await migrator.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === 'kysely_migration')) return
  const rows: { name: string }[] = await migrator.selectFrom('kysely_migration').select('name').execute()
  const newer = rows.filter(({ name }) => !known[name])
  if (newer.length === 0) return
  const names = newer.map(({ name }) => name).join(', ')
  throw new Refusal(
    `This database was written by a newer Parley (it has the migration ${names}). Start it with that version, or restore a backup that this version made.`,
    EXIT.newerDatabase,
  )
}
