import type { Kysely } from 'kysely'
import { Trouble } from '../kit/trouble.ts'
import type { Looks, Reading, Writing, Written } from './access.ts'
import type { Database } from './database.ts'
import { gatheringIn } from './gathering.ts'
import { appendEach } from './journal.ts'
import type { Append, Sharing } from './noted.ts'
import type { Replica } from './replicas.ts'
import { Transaction } from './transaction.ts'
import type { Trigger } from './trigger.ts'

/** Who may be asked instead. */
interface Replicas {
  at(seq: number): Promise<Replica | undefined>
}

/** The database as the domain knows it. */
export class Store implements Reading {
  readonly database: Database
  readonly #triggers: readonly Trigger[]
  readonly #replicas: Replicas | undefined

  constructor(database: Database, triggers: readonly Trigger[] = [], replicas?: Replicas) {
    this.database = database
    this.#triggers = triggers
    this.#replicas = replicas
  }

  look<Tables>(): Pick<Kysely<Tables>, Looks> {
    return this.database.reader
  }

  /** Looks at one state of everything, however many questions are asked. */
  read<T>(work: (db: Reading) => Promise<T>): Promise<T> {
    return this.database.snapshot((db) => work({ isOneState: true, look: () => db }))
  }

  /**
   * Does work that only looks, on a replica that has come as far as the journal's number, where there is one. What goes wrong
   * there, or is missing, is asked here before anybody is told.
   */
  async lookAsOf<T>(seq: number, work: (db: Store) => Promise<T>): Promise<T> {
    const replica = await this.#replicas?.at(seq)
    if (!replica) return work(this)
    try {
      return await work(new Store(replica.database))
    } catch (error) {
      if (!(error instanceof Trouble) || error.kind === 'busy') replica.leaveApart()
      return work(this)
    }
  }

  /**
   * One transaction tells one story. Nothing but the database may be awaited inside, and the work may be run again.
   * A work that shares says that it stays right when works under other keys are under way with it: what it counts or hands
   * out, it does in one statement.
   */
  write<T>(work: (tx: Writing) => Promise<T>, sharing?: Sharing): Promise<Written<T>> {
    return this.database.write(
      (tx) => new Transaction(this.database, tx, this.#triggers, sharing && gatheringIn(tx)).carryOut(work),
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
