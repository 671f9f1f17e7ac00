import { setImmediate } from 'node:timers/promises'
import type { Written } from '../access.ts'
import type { StatementWatch } from '../database.ts'
import type { Append } from '../noted.ts'
import { codeOf, type Lent } from './postgres-pool.ts'
import { together, type Work } from './postgres-transaction.ts'

const MOST_IN_A_BATCH = 256
/** in_failed_sql_transaction: another in the same transaction failed. Source: PostgreSQL, appendix A. */
const BY_ANOTHER = '25P02'

interface Write {
  work: Work<unknown>
  concurrencyKey: string
  held: string
  resolve(written: Written<unknown>): void
  reject(error: unknown): void
}

export interface Ways {
  lend(): Promise<Lent>
  /** Does a work in a transaction of its own, again where it must. */
  alone(work: Work<unknown>): Promise<Written<unknown>>
  append: Append
  afterCommit(): void
  watch?: StatementWatch | undefined
}

/**
 * Lets those who come together share a transaction. The next begins once the last has been told to end, on the same
 * connection, which does one after the other. Who fails is put out of it and works alone; the others begin again without.
 */
export class SharedCommits {
  readonly #ways: Ways
  readonly #unsettled = new Set<Promise<unknown>>()
  #waiting: Write[] = []
  #running: Promise<void> | undefined

  constructor(ways: Ways) {
    this.#ways = ways
  }

  /** Settles after the commit that holds the work. */
  add<T>(work: Work<T>, sharing: Pick<Write, 'concurrencyKey' | 'held'>): Promise<Written<T>> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ work, ...sharing, resolve: resolve as Write['resolve'], reject })
      this.#running ??= this.#runAll()
    })
  }

  /** Settles when nobody waits any more. */
  async idle() {
    await this.#running
  }

  async #runAll() {
    let lent: Lent | undefined
    while (this.#waiting.length > 0) {
      await setImmediate()
      const writes = this.#next()
      try {
        lent ??= await this.#ways.lend()
        await this.#run(lent, writes)
      } catch (error) {
        for (const { reject } of writes) reject(error)
      }
      if (this.#waiting.length === 0) await Promise.allSettled(this.#unsettled)
      if (!lent || (!lent.isSpent && this.#waiting.length > 0)) continue
      await Promise.allSettled(this.#unsettled)
      lent.release()
      lent = undefined
    }
    this.#running = undefined
  }

  /** Those whose turn it is; of two under one key the second comes after. */
  #next(): Write[] {
    const keys = new Set<string>()
    const [next, later]: [Write[], Write[]] = [[], []]
    for (const write of this.#waiting) {
      const isNext = next.length < MOST_IN_A_BATCH && !keys.has(write.concurrencyKey)
      if (isNext) keys.add(write.concurrencyKey)
      ;(isNext ? next : later).push(write)
    }
    this.#waiting = later
    return next
  }

  /** Settles once the transaction has been told to end. */
  async #run(lent: Lent, writes: readonly Write[]) {
    const { append, watch } = this.#ways
    const hold = [...new Set(writes.map(({ held }) => held))]
    const works = writes.map(({ work }) => work)
    const { failed, written } = await together(lent, works, append, { hold, watch })
    if (failed.size > 0) return this.#putOut(writes, failed, lent)
    const settled = this.#settle(writes, written, lent).finally(() => this.#unsettled.delete(settled))
    this.#unsettled.add(settled)
  }

  async #settle(writes: readonly Write[], written: Promise<readonly Written<unknown>[]>, lent: Lent) {
    try {
      const all = await written
      this.#ways.afterCommit()
      for (const [at, { resolve }] of writes.entries()) resolve(all[at]!)
    } catch (error) {
      if (lent.isLost) for (const { reject } of writes) reject(error)
      else for (const write of writes) this.#alone(write)
    }
  }

  #putOut(writes: readonly Write[], failed: ReadonlyMap<number, unknown>, { isLost }: Lent) {
    const again: Write[] = []
    for (const [at, write] of writes.entries()) {
      const reason = failed.get(at)
      if (!failed.has(at) || codeOf(reason) === BY_ANOTHER) again.push(write)
      else if (isLost) write.reject(reason)
      else this.#alone(write)
    }
    if (again.length === writes.length) for (const write of again) this.#alone(write)
    else this.#waiting.unshift(...again)
  }

  #alone({ work, resolve, reject }: Write) {
    this.#ways.alone(work).then(resolve, reject)
  }
}
