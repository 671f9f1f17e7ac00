import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { SqliteError } from './sqlite-errors.ts'
import type { Outcome } from './sqlite-statements.ts'
import type { Answer, Order } from './sqlite-worker.ts'

const BUSY_MS = 5_000

interface Waiter {
  resolve(outcome: Outcome): void
  reject(error: Error): void
}

/** The near end of the writer thread: sends statements, those of one moment together, and settles each with its outcome. */
export class SqliteWriter {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiter>()
  #unsent: Order[] = []
  #lastId = 0
  #ended: Error | undefined

  constructor(file: string) {
    this.#worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: { file, busyMs: BUSY_MS } })
    this.#worker.on('message', (answers: Answer[]) => {
      for (const answer of answers) this.#settle(answer)
    })
    this.#worker.on('error', (error) => this.#end(error as Error))
    this.#worker.on('exit', () => this.#end(new Error('the database is closed')))
  }

  run(sql: string, parameters: readonly unknown[] = []): Promise<Outcome> {
    return this.#send({ sql, parameters })
  }

  /** Runs one statement for each of many rows. */
  runEach(sql: string, rows: readonly (readonly unknown[])[]): Promise<Outcome> {
    return this.#send({ sql, rows })
  }

  async close() {
    if (this.#ended) return
    const ended = once(this.#worker, 'exit')
    this.#post({ id: 0 })
    await ended
  }

  #send(order: Omit<Order, 'id'>): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      if (this.#ended) return reject(this.#ended)
      const id = ++this.#lastId
      this.#waiting.set(id, { resolve, reject })
      this.#post({ id, ...order })
    })
  }

  /** @NOTE the next tick comes when all promises that could settle have settled, so that few messages carry many statements. */
  #post(order: Order) {
    if (this.#unsent.push(order) > 1) return
    process.nextTick(() => this.#worker.postMessage(this.#unsent.splice(0)))
  }

  #settle({ id, outcome, failure }: Answer) {
    const waiter = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (failure) waiter?.reject(new SqliteError(failure.message, failure.code))
    else if (outcome) waiter?.resolve(outcome)
  }

  #end(error: Error) {
    this.#ended ??= error
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}
