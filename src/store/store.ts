import type { Kysely } from 'kysely'
import type { Looks, Reading, Writing, Written } from './access.ts'
import type { Database } from './database.ts'
import { Transaction } from './transaction.ts'
import type { Trigger } from './trigger.ts'

/** The database as the domain knows it. */
export class Store implements Reading {
  readonly database: Database
  readonly #triggers: readonly Trigger[]

  constructor(database: Database, triggers: readonly Trigger[] = []) {
    this.database = database
    this.#triggers = triggers
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
    return this.database.transact(
      (tx) => new Transaction(this.database, tx, this.#triggers).carryOut(work),
      concurrencyKey,
    )
  }
}
