import type { Migration } from 'kysely/migration'
import { EXIT, Refusal } from '../kit/refusal.ts'
import type { Database } from './database.ts'
import type { Migrations, ToldMigration } from './migration.ts'
import { migrations as ours } from './migrations.ts'

/** Brings the database up to this program, all or nothing; refuses one that a newer program has written. */
export async function migrate(database: Database, ...parts: Migrations[]): Promise<void> {
  const { newer, missing } = await distance(database, ...parts)
  refuseNewer(newer)
  if (missing.length > 0) await carryOut(database, migrationsFor(database, parts))
}

/** Makes a database as another is that has these migrations and no others. */
export async function migrateAs(database: Database, names: readonly string[], ...parts: Migrations[]): Promise<void> {
  const known = Object.entries(migrationsFor(database, parts))
  await carryOut(database, Object.fromEntries(known.filter(([name]) => names.includes(name))))
}

/** The migrations that a database has, those of them that this program does not know, and those that it has and the database has not. */
export async function distance(
  database: Pick<Database, 'columns' | 'migrator'>,
  ...parts: readonly Migrations[]
): Promise<{ done: string[]; newer: string[]; missing: string[] }> {
  const known = Object.keys(migrationsFor(database, parts))
  const done = await doneIn(database)
  const missing = known.filter((name) => !done.includes(name))
  return { done, newer: done.filter((name) => !known.includes(name)), missing }
}

/** What would be done to a database, in order: each migration's name, and its sentence where it has one. */
export async function upcoming(database: Pick<Database, 'columns' | 'migrator'>, ...parts: readonly Migrations[]) {
  const [{ missing }, known] = [await distance(database, ...parts), migrationsFor(database, parts)]
  return missing.toSorted().map((name) => ({ name, says: known[name]!.says ?? `${name}.` }))
}

async function carryOut(database: Database, migrations: Record<string, Migration>): Promise<void> {
  const { Migrator } = await import('kysely/migration')
  const provider = { getMigrations: async () => migrations }
  const migrator = new Migrator({ db: database.migrator, provider, allowUnorderedMigrations: true })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

function migrationsFor(
  { columns }: Pick<Database, 'columns'>,
  parts: readonly Migrations[],
): Record<string, ToldMigration> {
  const all = [ours, ...parts].flatMap((migrations) => Object.entries(migrations))
  return Object.fromEntries(all.map(([name, migration]) => [name, migration(columns)]))
}

export async function doneIn({ migrator }: Pick<Database, 'migrator'>): Promise<string[]> {
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
