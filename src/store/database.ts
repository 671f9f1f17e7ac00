import type { ColumnDataType, RawBuilder } from 'kysely'
import type { Written } from './access.ts'
import type { AnyKysely } from './any-kysely.ts'
import type { Entry } from './entry.ts'
import type { Append, Noted, Sharing } from './noted.ts'

export type { AnyKysely } from './any-kysely.ts'

type ColumnType = ColumnDataType | RawBuilder<unknown>

/** How a migration says what it wants, so that only the dialect knows how. */
export interface Columns {
  /** A bigint identity that an import may set. */
  readonly id: ColumnType
  /** 64 bits, read as a number. */
  readonly int: ColumnType
  /** Text in binary order. */
  readonly text: ColumnType
  /** A moment and a yes or no as better-auth's adapter for this database keeps them; no table of ours uses them. */
  readonly libraryMoment: ColumnType
  readonly libraryYesNo: ColumnType
  /** Ends a `create table` (STRICT where there is such a thing). */
  readonly tableEnd: RawBuilder<unknown>
}

/** How a database is opened. */
export interface Opening {
  watch?: StatementWatch | undefined
  /** How long anybody waits at most for a connection, and for the answer to what only looks; where nothing is said, for an answer as long as it takes. */
  patienceMs?: number | undefined
  /** Whether it only follows another, so that nothing can be heard there and nothing is written. */
  isReplica?: boolean
}

/** How many rows of a column hold what cannot be kept. */
export interface Unkept {
  table: string
  column: string
  rows: number
}

/** A table as a database keeps it. */
export interface StoredTable {
  name: string
  columns: readonly string[]
  /** The primary key, in its order. */
  key: readonly string[]
  /** The tables whose rows its rows point to. */
  references: readonly string[]
  /** The column that numbers itself, and the last number given. */
  identity: { column: string; last: number } | undefined
}

/** What the store needs of a database; `dialect/` opens one. */
export interface Database {
  readonly columns: Columns
  /** The name by which better-auth's Kysely adapter knows this database. */
  readonly adapterType: 'sqlite' | 'postgres'
  /** Whether it is one file, which is copied page by page. */
  readonly isOneFile: boolean
  /** Single statements that look, outside any transaction. */
  readonly reader: AnyKysely
  /** Single statements of a library that also writes: each is a transaction of its own, in turn with all others. */
  readonly statements: AnyKysely
  /** For migrations alone. */
  readonly migrator: AnyKysely
  /** Looks at one state of everything. */
  snapshot<T>(work: (db: AnyKysely) => Promise<T>): Promise<T>
  /** Runs the work in a transaction, settles when it is durable, and may run it again after a conflict. */
  transact<T>(work: (tx: AnyKysely) => Promise<T>): Promise<T>
  /** The same for a work whose happenings are appended to the journal at its end. Works that share may share a transaction. */
  write<T>(work: (tx: AnyKysely) => Promise<Noted<T>>, append: Append, sharing?: Sharing): Promise<Written<T>>
  /** Holds the journal's order until the transaction ends, so that numbers are read in commit order. */
  lockJournal(tx: AnyKysely): Promise<unknown>
  /** Holds a name until the transaction ends. */
  lockName(tx: AnyKysely, name: string): Promise<unknown>
  /** Gives numbers to so many rows of a table that numbers itself, in their order; nobody else gets them. */
  numbers(tx: AnyKysely, table: string, count: number): Promise<number[]>
  /** Adds many rows that have the same columns in the same order, as fast as this database can. */
  fill(tx: AnyKysely, table: string, rows: readonly Record<string, unknown>[]): Promise<unknown>
  /** Does work of a transaction that brings so many rows into these tables that other ways are worth their while. */
  inBulk<T>(tx: AnyKysely, tables: readonly string[], work: () => Promise<T>): Promise<T>
  /** Sets the identities of a table past the highest that an import brought. */
  afterImport(tx: AnyKysely, table: string): Promise<unknown>
  /** The tables there are, by name, those of the migrator's own excepted. */
  tables(db: AnyKysely): Promise<StoredTable[]>
  /** Lets a column that numbers itself go on after the last number that was given elsewhere. */
  numberAfter(tx: AnyKysely, table: string, identity: { column: string; last: number }): Promise<unknown>
  /** Calls back whenever something may have been committed, by this process or by another; with what was appended, where that is known. */
  onCommit(listener: (appended?: readonly Entry[]) => void): () => void
  /** Copies the running database into a file; answers with what was copied, or refuses with the command to use instead. */
  backup(file: string, progress: (done: number, all: number) => void): Promise<void>
  /** Makes an empty database of the same kind beside this one, to try things on; throws a Refusal where this person may not. */
  scratch(): Promise<{ address: string; remove(): Promise<unknown> }>
  /** What is wrong with the database, in sentences; none when it is well. */
  complaints(): Promise<string[]>
  /** Columns in which texts hold U+0000, which older versions let in and other databases cannot hold. */
  unkept(): Promise<Unkept[]>
  /** Puts U+FFFD in its place. */
  mendUnkept(tx: AnyKysely): Promise<void>
  /** Takes what was deleted out of the files as well, as far as this database lets anybody; settles when it is out, or could not be for long. */
  forgetDeleted(): Promise<void>
  /** The Refusal that tells the operator what stands in the way; errors that are not the database's pass as they are. */
  refusalOf(error: unknown): unknown
  /** One line on which database this is. */
  readonly description: string
  close(): Promise<void>
}

/** Watches every SQL text that is sent, for tests that prove that nothing typed is ever part of one. */
export type StatementWatch = (sql: string) => void
