import type { Insertable, Kysely } from 'kysely'
import type { Joint, Writing } from './access.ts'
import type { AnyKysely } from './any-kysely.ts'
import type { Database } from './database.ts'
import type { Happening } from './entry.ts'
import { type EventType, oneOf, type Payload } from './event.ts'
import type { Gathering } from './gathering.ts'
import type { Noted } from './noted.ts'
import type { Trigger } from './trigger.ts'

/** One write under way: what it notes, and the statements that go on beside it. */
export class Transaction implements Writing {
  readonly #database: Database
  readonly #tx: AnyKysely
  readonly #happenings: Happening[] = []
  readonly #beside: Promise<unknown>[] = []
  readonly #triggers: readonly Trigger[]
  readonly #gathering: Gathering | undefined
  #isOver = false

  constructor(database: Database, tx: AnyKysely, triggers: readonly Trigger[], gathering?: Gathering) {
    this.#database = database
    this.#triggers = triggers
    this.#tx = tx
    this.#gathering = gathering
  }

  /** Does the work and what follows from it at once; what it left behind goes on. @NOTE works that share their commit leave single statements alone behind, and a trigger may ask before it writes. */
  async carryOut<T>(work: (tx: Writing) => Promise<T>): Promise<Noted<T>> {
    try {
      const value = await work(this)
      if (this.#happenings.length > 0)
        for (const { kinds, pull } of this.#triggers) {
          const happened = this.#happenings.filter(oneOf(kinds))
          if (happened.length > 0) await pull(this, happened)
        }
      const beside = this.#allBeside().finally(() => this.#end())
      beside.catch(() => {})
      return { value, happenings: this.#happenings, beside }
    } catch (error) {
      this.#end()
      throw error
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

  async jointly<Row, Answer>(step: Joint<Row, Answer>, row: Row): Promise<Answer> {
    if (!this.#gathering) return (await step(this, [row]))[0]!
    const carryOut = (of: Joint<unknown, unknown>, rows: readonly unknown[]) =>
      new Transaction(this.#database, this.#tx, []).carryOut((tx) => of(tx, rows))
    const isOver = () => this.#isOver
    const { answer, beside } = await this.#gathering.join(step as Joint<unknown, unknown>, row, isOver, carryOut)
    this.also(beside)
    return answer as Answer
  }

  numbers(table: string, count: number) {
    return this.#database.numbers(this.change(), table, count)
  }

  fill<Tables, Table extends keyof Tables & string>(table: Table, rows: readonly Insertable<Tables[Table]>[]) {
    return this.#database.fill(this.change(), table, rows)
  }

  inBulk<T>(tables: readonly string[], work: () => Promise<T>): Promise<T> {
    return this.#database.inBulk(this.change(), tables, work)
  }

  afterImport(table: string) {
    return this.#database.afterImport(this.change(), table)
  }

  /** @NOTE what is done jointly may leave something behind, too. */
  async #allBeside() {
    for (let waited = 0; waited < this.#beside.length; ) {
      waited = this.#beside.length
      await Promise.all(this.#beside)
    }
  }

  #end() {
    this.#isOver = true
  }
}
