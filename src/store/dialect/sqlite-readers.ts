import { DatabaseSync } from 'node:sqlite'
import type { AnyKysely } from '../any-kysely.ts'
import type { StatementWatch } from '../database.ts'
import { mustHoldNone } from './held-connection.ts'
import { kyselyOver } from './sqlite-kysely.ts'
import { createRunner, type StatementResult } from './sqlite-statements.ts'

interface Reader {
  kysely: AnyKysely
  run(sql: string, parameters: readonly unknown[]): StatementResult
  close(): void
}

const MOST_SNAPSHOTS = 4

/** Read-only connections on the main thread: one for single questions, a few that hold a snapshot each. */
export class SqliteReaders {
  readonly single: Reader
  readonly #file: string
  readonly #watch: StatementWatch | undefined
  readonly #all: Reader[] = []
  readonly #free: Reader[] = []
  readonly #queue: ((reader: Reader) => void)[] = []

  constructor(file: string, watch?: StatementWatch) {
    this.#file = file
    this.#watch = watch
    this.single = this.#open(mustHoldNone)
  }

  async snapshot<T>(work: (db: AnyKysely) => Promise<T>): Promise<T> {
    const reader = await this.#take()
    try {
      reader.run('begin', [])
      try {
        return await work(reader.kysely)
      } finally {
        reader.run('commit', [])
      }
    } finally {
      this.#giveBack(reader)
    }
  }

  close() {
    for (const reader of this.#all) reader.close()
  }

  #open(before: () => void = () => {}): Reader {
    const connection = new DatabaseSync(this.#file, { readOnly: true, timeout: 1_000 })
    const { run } = createRunner(connection)
    const kysely = kyselyOver(({ sql, parameters }) => {
      before()
      return run(sql, parameters)
    }, this.#watch)
    const reader = { kysely, run, close: () => connection.close() }
    this.#all.push(reader)
    return reader
  }

  #take(): Reader | Promise<Reader> {
    const free = this.#free.pop()
    if (free) return free
    if (this.#all.length <= MOST_SNAPSHOTS) return this.#open()
    return new Promise((resolve) => this.#queue.push(resolve))
  }

  #giveBack(reader: Reader) {
    const next = this.#queue.shift()
    if (next) next(reader)
    else this.#free.push(reader)
  }
}
