import { setImmediate } from 'node:timers/promises'
import type { Written } from '../access.ts'
import type { StatementWatch } from '../database.ts'
import type { Entry } from '../entry.ts'
import type { Append } from '../noted.ts'
import type { Lent } from './postgres-pool.ts'
import { isByAnother, type Outcome, together, type Work } from './postgres-transaction.ts'

const MOST_IN_A_BATCH = 256

interface Write {
  work: Work<unknown>
  concurrencyKey: string
  held: readonly string[]
  /** Whether it was in a transaction that failed, and nobody knows by whose fault. */
  isApart?: boolean
  resolve(written: Written<unknown>): void
  reject(error: unknown): void
}

export interface Ways {
  lend(): Promise<Lent>
  /** Does a work in a transaction of its own, again where it must. */
  alone(work: Work<unknown>, held: readonly string[]): Promise<Written<unknown>>
  append: Append
  afterCommit(entries: readonly Entry[]): void
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
  #lent: Lent | undefined

  constructor(ways: Ways) {
    this.#ways = ways
  }

  /** Settles after the commit that holds the work. */
  add<T>(work: Work<T>, sharing: Pick<Write, 'concurrencyKey' | 'held'>): Promise<Written<T>> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ work, ...sharing, resolve: resolve as Write['resolve'], reject })
      this.#goOn()
    })
  }

  /** Settles when nobody waits any more, and gives the connection back. */
  async close() {
    while (this.#running || this.#unsettled.size > 0) await Promise.allSettled([this.#running, ...this.#unsettled])
    this.#lent?.release()
  }

  #goOn() {
    this.#running ??= this.#runAll().finally(() => {
      this.#running = undefined
    })
  }

  async #runAll() {
    while (this.#waiting.length > 0) {
      await setImmediate()
      const writes = this.#next()
      try {
        await this.#run(await this.#connection(), writes)
      } catch (error) {
        for (const { reject } of writes) reject(error)
      }
    }
  }

  /** The connection that is kept for this; another where it is of no more use. */
  async #connection(): Promise<Lent> {
    if (this.#lent && !this.#lent.isSpent) return this.#lent
    await Promise.allSettled(this.#unsettled)
    this.#lent?.release()
    this.#lent = undefined
    this.#lent = await this.#ways.lend()
    return this.#lent
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
    const hold = [...new Set(writes.flatMap(({ held }) => held))]
    const works = writes.map(({ work }) => work)
    const isApart = works.length === 1 || writes.some((write) => write.isApart)
    const { outcome } = await together(lent, works, append, { hold, isBrief: true, isApart, watch })
    const settled = this.#settle(writes, outcome, lent).finally(() => this.#unsettled.delete(settled))
    this.#unsettled.add(settled)
  }

  async #settle(writes: readonly Write[], outcome: Promise<Outcome<unknown>>, lent: Lent) {
    try {
      const done = await outcome
      if ('failed' in done) return this.#putOut(writes, done.failed, lent)
      this.#ways.afterCommit(done.entries)
      for (const [at, { resolve }] of writes.entries()) resolve(done.written[at]!)
    } catch (error) {
      if (lent.isLost) for (const { reject } of writes) reject(error)
      else for (const write of writes) this.#alone(write)
    }
  }

  #putOut(writes: readonly Write[], failed: ReadonlyMap<number, unknown>, { isLost }: Lent) {
    if (!isLost && isNobodyKnown(writes, failed))
      return this.#again(writes.map((write) => ({ ...write, isApart: true })))
    const again: Write[] = []
    for (const [at, write] of writes.entries()) {
      const reason = failed.get(at)
      if (!failed.has(at) || isByAnother(reason)) again.push(write)
      else if (isLost) write.reject(reason)
      else this.#alone(write)
    }
    if (again.length === writes.length) for (const write of again) this.#alone(write)
    else this.#again(again)
  }

  #again(writes: readonly Write[]) {
    this.#waiting.unshift(...writes)
    if (this.#waiting.length > 0) this.#goOn()
  }

  #alone({ work, held, resolve, reject }: Write) {
    this.#ways.alone(work, held).then(resolve, reject)
  }
}

/** What several did jointly fails for all of them. */
function isNobodyKnown(writes: readonly Write[], failed: ReadonlyMap<number, unknown>): boolean {
  const reasons = [...failed.values()].filter((reason) => !isByAnother(reason))
  return new Set(reasons).size < reasons.length && !writes.some(({ isApart }) => isApart)
}
