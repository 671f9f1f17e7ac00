import { type Migration, Migrator } from 'kysely/migration'
import { EXIT, Refusal } from '../kit/refusal.ts'
import type { Database } from './database.ts'
import type { Migrations } from './migration.ts'
import { migrations as ours } from './migrations.ts'

/** Brings the database up to this program, all or nothing; refuses one that a newer program has written. */
export async function migrate(database: Database, ...parts: Migrations[]): Promise<void> {
  const migrations = migrationsFor(database, parts)
  const provider = { getMigrations: async () => migrations }
  const migrator = new Migrator({ db: database.migrator, provider, allowUnorderedMigrations: true })
  refuseNewer((await distance(database, ...parts)).newer)
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

/** The migrations that this program does not know, and those that it has and the database has not. */
export async function distance(
  database: Database,
  ...parts: Migrations[]
): Promise<{ newer: string[]; missing: string[] }> {
  const known = Object.keys(migrationsFor(database, parts))
  const done = await doneIn(database)
  return { newer: done.filter((name) => !known.includes(name)), missing: known.filter((name) => !done.includes(name)) }
}

function migrationsFor({ columns }: Database, parts: readonly Migrations[]): Record<string, Migration> {
  const all = [ours, ...parts].flatMap((migrations) => Object.entries(migrations))
  return Object.fromEntries(all.map(([name, migration]) => [name, migration(columns)]))
}

async function doneIn({ migrator }: Database): Promise<string[]> {
  const tables = await migrator.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === 'kysely_migration')) return []
  const rows: { name: string }[] = await migrator.selectFrom('kysely_migration').select('name').execute()
  return rows.map(({ name }) => name)
}

function refuseNewer(newer: readonly string[]) {
  if (newer.length === 0) return
  throw new Refusal(
    `This database was written by a newer Parley (it has the migration ${newer.join(', ')}). Start it with that version, or restore a backup that this version made.`,
    EXIT.newerDatabase,
  )
}
