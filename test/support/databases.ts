import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { startPostgres } from './postgres/server.ts'
import { layTables, tablesOn } from './tables.ts'

/** A database of a test's own. */
export interface FreshDatabase {
  name: 'SQLite' | 'PostgreSQL'
  /** A file, or postgres://… */
  url: string
  /** Removes it, even while something is still connected. */
  close(): Promise<void>
}

interface Kind {
  name: FreshDatabase['name']
  /** One with every table of Parley's, and nothing in them. */
  open(): Promise<FreshDatabase>
  /** One in which there is nothing; SQLite's file does not exist yet. */
  openEmpty(): Promise<FreshDatabase>
}

export const SQLITE: Kind = { name: 'SQLite', open: laidSqlite, openEmpty: freshSqlite }
/** For what PostgreSQL alone can show; such a test takes `onPostgres` as its options. */
export const POSTGRES: Kind = {
  name: 'PostgreSQL',
  open: async () => freshPostgres(await tablesOn(await serverUrl())),
  openEmpty: () => freshPostgres('template0'),
}

const asked = process.env.TEST_DATABASES ?? 'both'

/** Every walk runs on each: `for (const { name, open } of DATABASES) describe(...)`; `TEST_DATABASES` may ask for one of them. */
export const DATABASES = { sqlite: [SQLITE], postgres: [POSTGRES], both: [SQLITE, POSTGRES] }[asked] ?? []
if (DATABASES.length === 0) throw new Error(`TEST_DATABASES is sqlite, postgres or both, not "${asked}"`)

/** Options for a test that needs PostgreSQL: it is left out where only SQLite was asked for. */
export const onPostgres = { skip: !DATABASES.includes(POSTGRES) && 'it needs PostgreSQL: --postgres or --both' }

const folders = new Set<string>()
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

async function laidSqlite(): Promise<FreshDatabase> {
  const fresh = await freshSqlite()
  await layTables(fresh.url)
  return fresh
}

async function freshSqlite(): Promise<FreshDatabase> {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-sqlite-'))
  folders.add(folder)
  return {
    name: 'SQLite',
    url: path.join(folder, 'parley.sqlite'),
    async close() {
      rmSync(folder, { recursive: true, force: true })
      folders.delete(folder)
    },
  }
}

async function freshPostgres(template: string): Promise<FreshDatabase> {
  const server = await serverUrl()
  const database = `test_${randomBytes(8).toString('hex')}`
  await order(server, `create database ${database} template ${template} strategy file_copy`)
  const url = new URL(server)
  url.pathname = `/${database}`
  return {
    name: 'PostgreSQL',
    url: url.href,
    close: () => order(server, `drop database ${database} with (force)`),
  }
}

let server: Promise<string> | undefined

/** The run's server, or one of this process's own when a test file is run by itself. */
function serverUrl(): Promise<string> {
  server ??= process.env.TEST_POSTGRES_URL
    ? Promise.resolve(process.env.TEST_POSTGRES_URL)
    : startPostgres().then(({ url }) => url)
  return server
}

async function order(url: string, sql: string) {
  const client = new Client(url)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
