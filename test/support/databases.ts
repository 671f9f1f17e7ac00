import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { startPostgres } from './postgres/server.ts'

/** An empty database of a test's own. */
export interface FreshDatabase {
  name: 'SQLite' | 'PostgreSQL'
  /** A file that does not exist yet, or postgres://… */
  url: string
  /** Removes it, even while something is still connected. */
  close(): Promise<void>
}

interface Kind {
  name: FreshDatabase['name']
  open(): Promise<FreshDatabase>
}

export const SQLITE: Kind = { name: 'SQLite', open: freshSqlite }
/** For what PostgreSQL alone can show; such a test takes `onPostgres` as its options. */
export const POSTGRES: Kind = { name: 'PostgreSQL', open: freshPostgres }

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

async function freshPostgres(): Promise<FreshDatabase> {
  const server = await serverUrl()
  const database = `test_${randomBytes(8).toString('hex')}`
  await order(server, `create database ${database} template template0`)
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
