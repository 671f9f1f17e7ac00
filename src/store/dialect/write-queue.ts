import { type ConcurrentWrites, type QueuedWrite, runsOf, startConcurrently } from './concurrent-writes.ts'
import { isDiskTrouble, troubleOf } from './sqlite-errors.ts'

/** Speaks the few words of transaction control. */
export interface Control {
  run(sql: string): Promise<unknown>
}

const MOST_IN_A_BATCH = 256

/** Those that share one commit. */
interface Batch {
  turns: QueuedWrite[]
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

  /** Settles after the commit that holds the work. Works that name different lanes may be under way at once. */
  take<T>(work: () => Promise<T>, lane?: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const turn = { work, concurrencyKey: lane, resolve: resolve as (value: unknown) => void, reject }
      if (this.#joins(turn)) return
      this.#waiting.push(turn)
      this.#running ??= this.#runAll()
    })
  }

  /** Settles when nobody waits any more. */
  async idle() {
    await this.#running
  }

  /** Whether it is under way with others already. @NOTE whoever waits is not overtaken, or who must be alone might wait for ever. */
  #joins(turn: QueuedWrite): boolean {
    const batch = this.#batch
    if (!batch || batch.isClosed || this.#waiting.length > 0 || batch.turns.length >= MOST_IN_A_BATCH) return false
    if (!batch.underWay?.join(turn)) return false
    batch.turns.push(turn)
    return true
  }

  /** @NOTE begins a moment later, so that those who come in the same breath share the first commit too. */
  async #runAll() {
    await Promise.resolve()
    while (this.#waiting.length > 0)
      await this.#run({ turns: this.#waiting.splice(0, MOST_IN_A_BATCH), isClosed: false })
    this.#running = undefined
  }

  async #run(batch: Batch) {
    this.#batch = batch
    try {
      await this.#commit(batch)
    } catch (error) {
      const { turns } = batch
      if (turns.length > 1 && isDiskTrouble(error))
        for (const turn of turns) await this.#run({ turns: [turn], isClosed: true })
      else for (const turn of turns) turn.reject(troubleOf(error))
    }
  }

  async #commit(batch: Batch) {
    const settle: (() => void)[] = []
    const marks: Promise<unknown>[] = []
    this.#mark(marks, 'begin immediate')
    try {
      for (const turns of runsOf(batch.turns)) {
        const isAlone = turns[0]!.concurrencyKey === undefined
        settle.push(...(await (isAlone ? this.#alone(turns, marks) : this.#abreast(turns, batch, marks))))
      }
      await Promise.all([...marks, this.#control.run('commit')])
    } catch (error) {
      await this.#control.run('rollback').catch(() => {})
      throw error
    }
    this.#afterCommit()
    for (const tell of settle) tell()
  }

  /** Lets them work at once. When some fail, the others begin again without them, and they themselves once more after those, each alone. */
  async #abreast(turns: readonly QueuedWrite[], batch: Batch, marks: Promise<unknown>[]): Promise<(() => void)[]> {
    this.#mark(marks, 'savepoint turns')
    batch.underWay = startConcurrently(turns)
    const outcomes = await batch.underWay.outcomes()
    const failed = outcomes.filter((outcome) => outcome.status === 'rejected')
    for (const { reason } of failed) if (isDiskTrouble(reason)) throw reason
    if (failed.length > 0) this.#mark(marks, 'rollback to turns')
    this.#mark(marks, 'release turns')
    const well = outcomes.filter((outcome) => outcome.status === 'fulfilled')
    if (failed.length === 0)
      return well.map(
        ({ turn, value }) =>
          () =>
            turn.resolve(value),
      )
    const again = well.map(({ turn }) => turn)
    const once = failed.map(({ turn }) => turn)
    return [...(again.length > 0 ? await this.#abreast(again, batch, marks) : []), ...(await this.#alone(once, marks))]
  }

  async #alone(turns: readonly QueuedWrite[], marks: Promise<unknown>[]): Promise<(() => void)[]> {
    const settle: (() => void)[] = []
    for (const turn of turns) settle.push(await this.#inSavepoint(turn, marks))
    return settle
  }

  async #inSavepoint({ work, resolve, reject }: QueuedWrite, marks: Promise<unknown>[]): Promise<() => void> {
    this.#mark(marks, 'savepoint turn')
    try {
      const value = await work()
      this.#mark(marks, 'release turn')
      return () => resolve(value)
    } catch (error) {
      if (isDiskTrouble(error)) throw error
      this.#mark(marks, 'rollback to turn')
      this.#mark(marks, 'release turn')
      return () => reject(error)
    }
  }

  /** @NOTE the writer works in the order it is told, so its marks need no answer before the commit. */
  #mark(marks: Promise<unknown>[], sql: string) {
    const answer = this.#control.run(sql)
    answer.catch(() => {})
    marks.push(answer)
  }
}
