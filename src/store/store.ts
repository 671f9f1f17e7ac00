import type { Kysely } from 'kysely'
import type { Looks, Reading, Writing, Written } from './access.ts'
import type { Database } from './database.ts'
import { appendEach } from './journal.ts'
import type { Append, Sharing } from './noted.ts'
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
   * A work that shares says that it stays right when works under other keys are under way with it: what it counts or hands
   * out, it does in one statement.
   */
  write<T>(work: (tx: Writing) => Promise<T>, sharing?: Sharing): Promise<Written<T>> {
    return this.database.write(
      (tx) => new Transaction(this.database, tx, this.#triggers).carryOut(work),
      this.#append,
      sharing,
    )
  }

  /** @NOTE the journal is held until the numbers are given, and nobody is waited for in between. */
  readonly #append: Append = async (tx, each) => {
    const isHeld = each.some(({ length }) => length > 0) && this.database.lockJournal(tx)
    const [appended] = await Promise.all([appendEach(new Transaction(this.database, tx, []), each), isHeld])
    return appended
  }
}
