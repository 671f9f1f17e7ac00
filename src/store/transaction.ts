import type { Insertable, Kysely } from 'kysely'
import type { Writing } from './access.ts'
import type { AnyKysely, Database } from './database.ts'
import type { Happening } from './entry.ts'
import { type EventType, oneOf, type Payload } from './event.ts'
import { append, latestSeq } from './journal.ts'
import type { Trigger } from './trigger.ts'

/** One write under way: what it notes, and the statements that go on beside it. */
export class Transaction implements Writing {
  readonly #database: Database
  readonly #tx: AnyKysely
  readonly #happenings: Happening[] = []
  readonly #beside: Promise<unknown>[] = []
  readonly #triggers: readonly Trigger[]
  #isOver = false

  constructor(database: Database, tx: AnyKysely, triggers: readonly Trigger[]) {
    this.#database = database
    this.#triggers = triggers
    this.#tx = tx
  }

  /** Does the work and all that it left behind; answers with what it gave and the journal's last number. */
  async carryOut<T>(work: (tx: Writing) => Promise<T>): Promise<{ value: T; seq: number }> {
    try {
      const value = await work(this)
      if (this.#happenings.length > 0) for (const trigger of this.#triggers) this.#pull(trigger)
      const [seq] = await Promise.all([this.#append(), ...this.#beside])
      return { value, seq }
    } finally {
      this.#isOver = true
    }
  }

  look<Tables>(): Kysely<Tables> {
    return this.change()
  }

  /** @NOTE what is still under way when the work has failed must not come into the transaction after it. */
  change<Tables>(): Kysely<Tables> {
    if (this.#isOver) throw new Error('This transaction is over: something went on that nobody waited for.')
    return this.#tx
  }

  inTurn(name: string) {
    return this.#database.lockName(this.change(), name)
  }

  note<P extends Payload>({ kind }: EventType<P>, { about, articleId, at }: P & { at: number }): void {
    this.#happenings.push({ kind, about, articleId, at })
  }

  also(statement: Promise<unknown>): void {
    statement.catch(() => {})
    this.#beside.push(statement)
  }

  fill<Tables, Table extends keyof Tables & string>(table: Table, rows: readonly Insertable<Tables[Table]>[]) {
    return this.#database.fill(this.change(), table, rows)
  }

  inBulk<T>(tables: readonly string[], work: () => Promise<T>): Promise<T> {
    return this.#database.inBulk(tables, work)
  }

  afterImport(table: string) {
    return this.#database.afterImport(this.change(), table)
  }

  #pull({ kinds, pull }: Trigger) {
    const happened = this.#happenings.filter(oneOf(kinds))
    if (happened.length > 0) this.also(pull(this, happened))
  }

  async #append(): Promise<number> {
    if (this.#happenings.length === 0) return latestSeq(this)
    await this.#database.lockJournal(this.#tx)
    return append(this, this.#happenings)
  }
}
