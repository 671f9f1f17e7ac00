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
  /** Those whose statements were sent, in the order in which they will be answered. */
  #waiting: Waiter[] = []
  #unsent: Order[] = []
  #ended: Error | undefined

  constructor(file: string) {
    this.#worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: { file, busyMs: BUSY_MS } })
    this.#worker.on('message', (answers: Answer[]) => this.#settle(answers))
    this.#worker.on('error', (error) => this.#end(error as Error))
    this.#worker.on('exit', () => this.#end(new Error('the database is closed')))
  }

  run(sql: string, parameters: readonly unknown[] = []): Promise<Outcome> {
    return this.#send([sql, parameters])
  }

  /** Runs one statement for each of many rows. */
  runEach(sql: string, rows: readonly unknown[][]): Promise<Outcome> {
    return this.#send([sql, rows, true])
  }

  async close() {
    if (this.#ended) return
    const ended = once(this.#worker, 'exit')
    process.nextTick(() => this.#worker.postMessage(null))
    await ended
  }

  #send(order: Order): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      if (this.#ended) return reject(this.#ended)
      this.#waiting.push({ resolve, reject })
      this.#post(order)
    })
  }

  /** @NOTE the next tick comes when all promises that could settle have settled, so that few messages carry many statements. */
  #post(order: Order) {
    if (this.#unsent.push(order) > 1) return
    process.nextTick(() => this.#worker.postMessage(this.#unsent.splice(0)))
  }

  #settle(answers: readonly Answer[]) {
    const waiters = this.#waiting.splice(0, answers.length)
    for (const [at, answer] of answers.entries()) settle(waiters[at]!, answer)
  }

  #end(error: Error) {
    this.#ended ??= error
    for (const { reject } of this.#waiting.splice(0)) reject(error)
  }
}

function settle({ resolve, reject }: Waiter, answer: Answer) {
  if (!Array.isArray(answer)) return reject(new SqliteError(answer.message, answer.code))
  const [rows, changes, lastId] = answer
  resolve({ rows, changes, lastId })
}
