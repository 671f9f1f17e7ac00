import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { SqliteError } from './sqlite-errors.ts'
import type { StatementResult } from './sqlite-statements.ts'
import type { Answer, Order } from './sqlite-worker.ts'

const BUSY_MS = 5_000
/** So many statements are sent at once, whoever may come yet. */
const MANY = 32

interface Waiter {
  resolve(outcome: StatementResult): void
  reject(error: Error): void
}

/** The near end of the writer thread: sends statements, those of one moment together, and settles each with its outcome. */
export class SqliteWriter {
  /** How long it waits for another program's change. */
  readonly busyMs = BUSY_MS
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

  run(sql: string, parameters: readonly unknown[] = []): Promise<StatementResult> {
    return this.#send([sql, parameters])
  }

  /** Runs one statement for each of many rows. */
  runEach(sql: string, rows: readonly unknown[][]): Promise<StatementResult> {
    return this.#send([sql, rows, true])
  }

  async close() {
    if (this.#ended) return
    const ended = once(this.#worker, 'exit')
    this.#flush()
    this.#worker.postMessage(null)
    await ended
  }

  #send(order: Order): Promise<StatementResult> {
    return new Promise((resolve, reject) => {
      if (this.#ended) return reject(this.#ended)
      this.#waiting.push({ resolve, reject })
      this.#post(order)
    })
  }

  /** @NOTE a message carries what came from all whom the loop just heard, or many at once, so that the thread has work while others are heard. */
  #post(order: Order) {
    const unsent = this.#unsent.push(order)
    if (unsent === 1) setImmediate(() => this.#flush())
    if (unsent === MANY) this.#flush()
  }

  #flush() {
    if (this.#unsent.length > 0) this.#worker.postMessage(this.#unsent.splice(0))
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
