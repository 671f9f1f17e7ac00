import {
  type Conclude,
  type ConcurrentWrites,
  type QueuedWrite,
  runsOf,
  startConcurrently,
} from './concurrent-writes.ts'
import { isDiskTrouble, troubleOf } from './sqlite-errors.ts'

/** Speaks the few words of transaction control. */
export interface Control {
  run(sql: string): Promise<unknown>
}

const MOST_IN_A_BATCH = 256

export const BEGIN = 'begin immediate'

/** Those that share one commit. */
interface Batch {
  writes: QueuedWrite[]
  /** Those of them that are under way, whom others may join. */
  underWay?: ConcurrentWrites | undefined
  isClosed: boolean
}

/** Lets writers work one after the other; those that wait together share one commit, each in its savepoint. */
export class WriteQueue {
  readonly #control: Control
  readonly #afterCommit: () => void
  #waiting: QueuedWrite[] = []
  #batch: Batch | undefined
  #running: Promise<void> | undefined

  constructor(control: Control, afterCommit: () => void) {
    this.#control = control
    this.#afterCommit = afterCommit
  }

  /** Settles after the commit that holds the work. Works under different keys may be under way at once; those that are concluded alike, are so together. */
  add<T>(work: () => Promise<unknown>, concurrencyKey?: string, conclude?: Conclude): Promise<T> {
    return new Promise((resolve, reject) => {
      const write = { work, concurrencyKey, conclude, resolve: resolve as (value: unknown) => void, reject }
      if (this.#joins(write)) return
      this.#waiting.push(write)
      this.#running ??= this.#runAll()
    })
  }

  /** Settles when nobody waits any more. */
  async idle() {
    await this.#running
  }

  /** Whether it is under way with others already. @NOTE whoever waits is not overtaken, or who must be alone might wait for ever. */
  #joins(write: QueuedWrite): boolean {
    const batch = this.#batch
    if (!batch || batch.isClosed || this.#waiting.length > 0 || batch.writes.length >= MOST_IN_A_BATCH) return false
    if (!batch.underWay?.join(write)) return false
    batch.writes.push(write)
    return true
  }

  /** @NOTE begins a moment later, so that those who come at the same time share the first commit too. */
  async #runAll() {
    await Promise.resolve()
    while (this.#waiting.length > 0)
      await this.#run({ writes: this.#waiting.splice(0, MOST_IN_A_BATCH), isClosed: false })
    this.#running = undefined
  }

  async #run(batch: Batch) {
    this.#batch = batch
    try {
      await this.#commit(batch)
    } catch (error) {
      const { writes } = batch
      if (writes.length > 1 && isDiskTrouble(error))
        for (const write of writes) await this.#run({ writes: [write], isClosed: true })
      else for (const write of writes) write.reject(troubleOf(error))
    }
  }

  async #commit(batch: Batch) {
    const settle: (() => void)[] = []
    const statements: Promise<unknown>[] = []
    this.#send(statements, BEGIN)
    try {
      for (const writes of runsOf(batch.writes)) {
        const isExclusive = writes[0]!.concurrencyKey === undefined
        settle.push(
          ...(await (isExclusive
            ? this.#exclusively(writes, statements)
            : this.#concurrently(writes, batch, statements))),
        )
      }
      await Promise.all([...statements, this.#control.run('commit')])
    } catch (error) {
      await this.#control.run('rollback').catch(() => {})
      throw error
    }
    this.#afterCommit()
    for (const tell of settle) tell()
  }

  /** Lets them work at once. When some fail, the others begin again without them, and they themselves once more after those, each alone. */
  async #concurrently(
    writes: readonly QueuedWrite[],
    batch: Batch,
    statements: Promise<unknown>[],
  ): Promise<(() => void)[]> {
    this.#send(statements, 'savepoint writes')
    batch.underWay = startConcurrently(writes)
    const outcomes = await batch.underWay.outcomes()
    const failed = outcomes.filter((outcome) => outcome.status === 'rejected')
    for (const { reason } of failed) if (isDiskTrouble(reason)) throw reason
    const well = outcomes.filter((outcome) => outcome.status === 'fulfilled')
    const settle = failed.length === 0 ? await concluded(well) : []
    if (failed.length > 0) this.#send(statements, 'rollback to writes')
    this.#send(statements, 'release writes')
    if (failed.length === 0) return settle
    const again = well.map(({ write }) => write)
    const once = failed.map(({ write }) => write)
    return [
      ...(again.length > 0 ? await this.#concurrently(again, batch, statements) : []),
      ...(await this.#exclusively(once, statements)),
    ]
  }

  async #exclusively(writes: readonly QueuedWrite[], statements: Promise<unknown>[]): Promise<(() => void)[]> {
    const settle: (() => void)[] = []
    for (const write of writes) settle.push(await this.#inSavepoint(write, statements))
    return settle
  }

  async #inSavepoint(
    { work, conclude, resolve, reject }: QueuedWrite,
    statements: Promise<unknown>[],
  ): Promise<() => void> {
    this.#send(statements, 'savepoint write')
    try {
      const given = await work()
      const [value] = conclude ? await conclude([given]) : [given]
      this.#send(statements, 'release write')
      return () => resolve(value)
    } catch (error) {
      if (isDiskTrouble(error)) throw error
      this.#send(statements, 'rollback to write')
      this.#send(statements, 'release write')
      return () => reject(error)
    }
  }

  /** @NOTE the writer works in the order it is told, so these need no answer before the commit. */
  #send(statements: Promise<unknown>[], sql: string) {
    const answer = this.#control.run(sql)
    answer.catch(() => {})
    statements.push(answer)
  }
}

/** Concludes what ended together, and gives what tells each. */
async function concluded(ended: readonly { write: QueuedWrite; value: unknown }[]): Promise<(() => void)[]> {
  const settle: (() => void)[] = []
  for (const [conclude, alike] of Map.groupBy(ended, ({ write }) => write.conclude)) {
    const values = alike.map(({ value }) => value)
    const answers = conclude ? await conclude(values) : values
    for (const [at, { write }] of alike.entries()) settle.push(() => write.resolve(answers[at]))
  }
  return settle
}
