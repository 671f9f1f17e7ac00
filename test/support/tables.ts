import { randomBytes } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { copyFile, rename } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'

/** A run gives all of its files one name (`nameOfTables`); a file that runs by itself has its own. */
const { TEST_TABLES: named } = process.env
const name = named ?? nameOfTables()
/** Any number that is only for this: who makes the tables lets others wait. */
const LAYING = 4_021_977

let file: Promise<string> | undefined
let database: Promise<string> | undefined

/** What a run calls that which is made once and copied for each test: every table of Parley's. */
export function nameOfTables(): string {
  return `tables_${randomBytes(8).toString('hex')}`
}

/** Lays every table of Parley's where SQLite's file is missing, as a copy; making them takes longer than many a test. */
export async function layTables(address: string): Promise<void> {
  if (/^postgres(ql)?:/.test(address) || existsSync(address)) return
  file ??= madeFile()
  await copyFile(await file, address)
}

/** The database of a server that new ones are copied from to have every table of Parley's. */
export function tablesOn(server: string): Promise<string> {
  database ??= madeDatabase(server)
  return database
}

/** Removes what was made under a run's name. */
export async function clearTables(name: string, server?: string): Promise<void> {
  rmSync(fileOf(name), { force: true })
  if (!server) return
  await using at = await connected(server)
  await at.client.query(`drop database if exists ${name} with (force)`)
}

const fileOf = (name: string) => path.join(tmpdir(), `parley-${name}.sqlite`)

async function madeFile(): Promise<string> {
  const made = fileOf(name)
  if (!named) process.on('exit', () => rmSync(made, { force: true }))
  if (existsSync(made)) return made
  const making = `${made}.${process.pid}`
  await migrated(making)
  await rename(making, made)
  return made
}

async function madeDatabase(server: string): Promise<string> {
  await using at = await connected(server)
  const ask = (sql: string) => at.client.query(sql)
  await ask(`select pg_advisory_lock(${LAYING})`)
  if ((await ask(`select from pg_database where datname = '${name}'`)).rowCount) return name
  const making = new URL(server)
  making.pathname = `/${name}_making`
  await ask(`drop database if exists ${name}_making with (force)`)
  await ask(`create database ${name}_making template template0`)
  await migrated(making.href)
  await ask(`alter database ${name}_making rename to ${name}`)
  return name
}

/** @NOTE loaded here, because who wants an empty database need not load all of Parley. */
async function migrated(address: string): Promise<void> {
  const { MIGRATIONS } = await import('../../src/parley.ts')
  const { migrate, openDatabase } = await import('../../src/store/index.ts')
  const opened = await openDatabase(address)
  await migrate(opened, ...MIGRATIONS)
  await opened.close()
}

async function connected(url: string) {
  const client = new Client(url)
  await client.connect()
  return { client, [Symbol.asyncDispose]: () => client.end() }
}
