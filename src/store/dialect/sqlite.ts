import { rm } from 'node:fs/promises'
import path from 'node:path'
import { backup as copyOnline, DatabaseSync } from 'node:sqlite'
import { SelectQueryNode, sql } from 'kysely'
import { makeOwnFolder } from '../../kit/folder.ts'
import { EXIT, Refusal } from '../../kit/refusal.ts'
import type { AnyKysely } from '../any-kysely.ts'
import type { Columns, Database, Opening, StatementWatch } from '../database.ts'
import type { Entry } from '../entry.ts'
import type { Append, Noted } from '../noted.ts'
import type { Conclude } from './concurrent-writes.ts'
import { holding, mustHoldNone } from './held-connection.ts'
import { inBulk } from './sqlite-bulk.ts'
import { refusalOf } from './sqlite-errors.ts'
import { kyselyOver } from './sqlite-kysely.ts'
import { emptyLog } from './sqlite-log.ts'
import { SqliteReaders } from './sqlite-readers.ts'
import { numberAfter, numbersOf, tablesOf } from './sqlite-tables.ts'
import { mendUnkept, unkeptIn } from './sqlite-unkept.ts'
import { SqliteWriter } from './sqlite-writer.ts'
import { BEGIN, WriteQueue } from './write-queue.ts'

/** Older ones can corrupt write-ahead logs. Source: https://sqlite.org/wal.html#walresetbug */
const OLDEST = [3, 51, 3] as const
const FULL = 2
const LOOK_FOR_OTHERS_MS = 200

const columns: Columns = {
  id: sql`integer primary key autoincrement`,
  int: 'integer',
  text: 'text',
  libraryMoment: 'text',
  libraryYesNo: 'integer',
  tableEnd: sql`strict`,
}

/** Opens the file (made when missing), with one writer in its own thread and readers on this one. */
export async function openSqlite(file: string, { watch }: Opening = {}): Promise<Database> {
  refuseOld(process.versions.sqlite)
  try {
    return await opened(file, watch)
  } catch (error) {
    throw refusalOf(error, file)
  }
}

export function refuseOld(version: string | undefined) {
  const [major = 0, minor = 0, patch = 0] = (version ?? '').split('.').map(Number)
  const number = major * 1e6 + minor * 1e3 + patch
  if (number >= OLDEST[0] * 1e6 + OLDEST[1] * 1e3 + OLDEST[2]) return
  throw new Refusal(
    `This Node.js brings SQLite ${version}, which can corrupt its write-ahead log. Parley needs ${OLDEST.join('.')} or later; start it with "npm start", which brings its own.`,
    EXIT.oldSqlite,
  )
}

async function opened(file: string, watch?: StatementWatch): Promise<Database> {
  makeOwnFolder(path.dirname(file))
  const writer = new SqliteWriter(file)
  await assertDurable(writer)
  const readers = new SqliteReaders(file, watch)
  const listeners = new Set<(appended?: readonly Entry[]) => void>()
  const tell = (appended?: readonly Entry[]) => {
    for (const listener of listeners) listener(appended)
  }
  const appended = appendedTogether()
  const control = { run: (sql: string) => writer.run(appended.control(sql)) }
  const writes = new WriteQueue(control, () => tell(appended.take()))
  const writing = kyselyOver(({ sql, parameters }) => writer.run(sql, parameters), watch)
  const others = watchOthers(readers, tell)
  let conclude: Conclude | undefined

  return {
    columns,
    adapterType: 'sqlite',
    isOneFile: true,
    description: `SQLite ${process.versions.sqlite}, ${file}`,
    reader: readers.single.kysely,
    migrator: writing,
    statements: kyselyOver((query) => {
      mustHoldNone()
      if (SelectQueryNode.is(query.query)) return readers.single.run(query.sql, query.parameters)
      return writes.add(() => writer.run(query.sql, query.parameters))
    }, watch),
    async snapshot(work) {
      mustHoldNone()
      return readers.snapshot((db) => holding(() => work(db)))
    },
    async transact(work) {
      mustHoldNone()
      return writes.add(() => holding(() => work(writing)))
    },
    async write(work, append, sharing) {
      mustHoldNone()
      conclude ??= concludeBy(append, writing, appended.add)
      const whole = async () => {
        const noted = await work(writing)
        await noted.beside
        return noted
      }
      return writes.add(() => holding(whole), sharing?.concurrencyKey, conclude)
    },
    lockJournal: async () => {},
    lockName: async () => {},
    afterImport: async () => {},
    async fill(_tx, table, rows) {
      if (rows.length === 0) return
      const columns = Object.keys(rows[0]!)
      const text = `insert into ${quoted(table)} (${columns.map(quoted).join(', ')}) values (${columns.map(() => '?').join(', ')})`
      watch?.(text)
      await writer.runEach(text, rows.map(Object.values))
    },
    numbers: numbersOf,
    inBulk: (_tx, tables, work) => inBulk(writer, tables, work),
    tables: tablesOf,
    numberAfter,
    onCommit(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    scratch: async () => scratchBeside(file),
    backup: (target, progress) => backup(file, target, progress),
    complaints: async () => complaintsOf(readers),
    unkept: () => unkeptIn(readers.single.kysely),
    mendUnkept,
    forgetDeleted: () => emptyLog(writer, writes),
    refusalOf: (error) => refusalOf(error, file),
    async close() {
      clearInterval(others)
      await writes.idle()
      readers.close()
      await writer.close()
    },
  }
}

/** What is appended to the journal between the beginning of a transaction and its commit. */
function appendedTogether() {
  let entries: Entry[] = []
  const take = () => {
    const taken = entries
    entries = []
    return taken
  }
  return {
    take,
    add: (more: readonly Entry[]) => void entries.push(...more),
    /** Hears what is said to the database: what was appended before a beginning was rolled back. */
    control(sql: string): string {
      if (sql === BEGIN) take()
      return sql
    },
  }
}

/** What works said that end together goes into the journal by one statement. */
function concludeBy(append: Append, writing: AnyKysely, add: (entries: readonly Entry[]) => void): Conclude {
  return async (given) => {
    const noted = given as Noted<unknown>[]
    const { seqs, entries } = await append(
      writing,
      noted.map(({ happenings }) => happenings),
    )
    add(entries)
    return noted.map(({ value }, at) => ({ value, seq: seqs[at]! }))
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** @NOTE its name says whose it is, so that the next start removes what a crash left. */
function scratchBeside(file: string) {
  const address = path.join(path.dirname(file), `.rehearsal.${process.pid}`)
  const ends = ['', '-wal', '-shm', '-journal']
  return { address, remove: () => Promise.all(ends.map((end) => rm(`${address}${end}`, { force: true }))) }
}

async function assertDurable(writer: SqliteWriter) {
  const [row] = (await writer.run('pragma synchronous')).rows as { synchronous: number }[]
  if (row?.synchronous !== FULL)
    throw new Error(`synchronous is ${row?.synchronous}, not FULL: answered would not mean stored`)
}

/** @NOTE data_version changes on a connection whenever any other connection commits, in this process or another. */
function watchOthers(readers: SqliteReaders, tell: () => void) {
  let last = 0
  const look = () => {
    const [row] = readers.single.run('pragma data_version', []).rows as { data_version: number }[]
    if (row && row.data_version !== last) {
      last = row.data_version
      tell()
    }
  }
  return setInterval(look, LOOK_FOR_OTHERS_MS).unref()
}

async function backup(file: string, target: string, progress: (done: number, all: number) => void) {
  const source = new DatabaseSync(file, { readOnly: true })
  try {
    await copyOnline(source, target, {
      rate: 1_000,
      progress: ({ totalPages, remainingPages }) => progress(totalPages - remainingPages, totalPages),
    })
  } finally {
    source.close()
  }
}

function complaintsOf(readers: SqliteReaders): string[] {
  const checks = readers.single.run('pragma integrity_check', []).rows as { integrity_check: string }[]
  const orphans = readers.single.run('pragma foreign_key_check', []).rows as { table: string }[]
  return [
    ...checks.filter((row) => row.integrity_check !== 'ok').map((row) => `Integrity check: ${row.integrity_check}.`),
    ...orphans.map((row) => `A row of "${row.table}" points to one that is missing.`),
  ]
}
