import type { Insertable, Kysely } from 'kysely'
import type { Database } from './database.ts'
import type { EventType, Payload } from './event.ts'
import { Transaction } from './transaction.ts'

export type Looks = 'selectFrom' | 'with' | 'withRecursive'

/** May look. Each part opens it on its own tables: `db.look<DiscussionTables>()`. */
export interface Reading {
  look<Tables>(): Pick<Kysely<Tables>, Looks>
}

/** May look and change; exists only inside `store.write`. */
export interface Writing extends Reading {
  change<Tables>(): Kysely<Tables>
  /** Appends to the journal when the work is done. */
  note<P extends Payload>(event: EventType<P>, what: P & { at: number }): void
  /** Lets a statement go on by itself that nobody needs an answer from; the transaction waits for it before it ends. */
  also(statement: Promise<unknown>): void
  /** Adds many rows at once. All have the same columns in the same order. */
  fill<Tables, Table extends keyof Tables & string>(
    table: Table,
    rows: readonly Insertable<Tables[Table]>[],
  ): Promise<unknown>
  /** Does work that brings very many rows into these tables, in which it asks for little by other columns than the keys. */
  inBulk<T>(tables: readonly string[], work: () => Promise<T>): Promise<T>
  /** Sets a table's identities past those that an import brought. */
  afterImport(table: string): Promise<unknown>
}

/** What a write gave, and the journal's number that tells others when they have seen it. */
export interface Written<T> {
  value: T
  seq: number
}

export class Store implements Reading {
  readonly database: Database

  constructor(database: Database) {
    this.database = database
  }

  look<Tables>(): Pick<Kysely<Tables>, Looks> {
    return this.database.reader
  }

  /** Looks at one state of everything, however many questions are asked. */
  read<T>(work: (db: Reading) => Promise<T>): Promise<T> {
    return this.database.snapshot((db) => work({ look: () => db }))
  }

  /**
   * One transaction tells one story. Nothing but the database may be awaited inside, and the work may be run again.
   * A work that names a lane says that it stays right when works in other lanes are under way with it: what it counts or
   * hands out, it does in one statement.
   */
  write<T>(work: (tx: Writing) => Promise<T>, lane?: string): Promise<Written<T>> {
    return this.database.transact((tx) => new Transaction(this.database, tx).carryOut(work), lane)
  }
}
