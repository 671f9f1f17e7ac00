import type { Kysely } from 'kysely'
import type { Looks, Reading, Writing, Written } from './access.ts'
import type { Database } from './database.ts'
import { Transaction } from './transaction.ts'

/** The database as the domain knows it. */
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
   * A work with a concurrency key says that it stays right when works under other keys are under way with it: what it counts
   * or hands out, it does in one statement.
   */
  write<T>(work: (tx: Writing) => Promise<T>, concurrencyKey?: string): Promise<Written<T>> {
    return this.database.transact((tx) => new Transaction(this.database, tx).carryOut(work), concurrencyKey)
  }
}
