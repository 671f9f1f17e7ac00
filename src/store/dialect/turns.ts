import { isDiskTrouble, troubleOf } from './sqlite-errors.ts'

/** Speaks the few words of transaction control. */
export interface Control {
  run(sql: string): Promise<unknown>
}

interface Turn {
  work(): Promise<unknown>
  /** What the work is alone with; undefined when it must be alone altogether. */
  lane: string | undefined
  resolve(value: unknown): void
  reject(error: unknown): void
}

const MOST_IN_A_BATCH = 256

/** Lets writers work one after the other; those that wait together share one commit, each in its savepoint. */
export class Turns {
  readonly #control: Control
  readonly #afterCommit: () => void
  #waiting: Turn[] = []
  #running: Promise<void> | undefined

  constructor(control: Control, afterCommit: () => void) {
    this.#control = control
    this.#afterCommit = afterCommit
  }

  /** Settles after the commit that holds the work. Works that name different lanes may be under way at once. */
  take<T>(work: () => Promise<T>, lane?: string): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ work, lane, resolve: resolve as (value: unknown) => void, reject })
      this.#running ??= this.#runAll()
    })
  }

  /** Settles when nobody waits any more. */
  async idle() {
    await this.#running
  }

  /** @NOTE begins a moment later, so that those who come in the same breath share the first commit too. */
  async #runAll() {
    await Promise.resolve()
    while (this.#waiting.length > 0) await this.#runBatch(this.#waiting.splice(0, MOST_IN_A_BATCH))
    this.#running = undefined
  }

  async #runBatch(turns: Turn[]) {
    try {
      await this.#commitTogether(turns)
    } catch (error) {
      if (turns.length > 1 && isDiskTrouble(error)) for (const turn of turns) await this.#runBatch([turn])
      else for (const turn of turns) turn.reject(troubleOf(error))
    }
  }

  async #commitTogether(turns: Turn[]) {
    const settle: (() => void)[] = []
    const marks: Promise<unknown>[] = []
    this.#mark(marks, 'begin immediate')
    try {
      for (const group of abreast(turns)) settle.push(...(await this.#inSavepoints(group, marks)))
      await Promise.all([...marks, this.#control.run('commit')])
    } catch (error) {
      await this.#control.run('rollback').catch(() => {})
      throw error
    }
    this.#afterCommit()
    for (const tell of settle) tell()
  }

  /** Lets those abreast work at once; when one of them fails, all begin again, one after the other. */
  async #inSavepoints(turns: Turn[], marks: Promise<unknown>[]): Promise<(() => void)[]> {
    if (turns.length > 1) {
      const done = await this.#atOnce(turns, marks)
      if (done) return done
    }
    const settle: (() => void)[] = []
    for (const turn of turns) settle.push(await this.#inSavepoint(turn, marks))
    return settle
  }

  async #atOnce(turns: Turn[], marks: Promise<unknown>[]): Promise<(() => void)[] | undefined> {
    this.#mark(marks, 'savepoint turns')
    const works = await Promise.allSettled(turns.map(({ work }) => work()))
    const failure = works.find(({ status }) => status === 'rejected')
    if (failure && isDiskTrouble((failure as PromiseRejectedResult).reason))
      throw (failure as PromiseRejectedResult).reason
    if (failure) this.#mark(marks, 'rollback to turns')
    this.#mark(marks, 'release turns')
    if (failure) return
    const values = works.map((work) => (work as PromiseFulfilledResult<unknown>).value)
    return turns.map(
      ({ resolve }, at) =>
        () =>
          resolve(values[at]),
    )
  }

  async #inSavepoint({ work, resolve, reject }: Turn, marks: Promise<unknown>[]): Promise<() => void> {
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

/** Runs of turns that may be under way at once: each in a lane of its own. */
function abreast(turns: readonly Turn[]): Turn[][] {
  const groups: Turn[][] = []
  const lanes = new Set<string>()
  for (const turn of turns) {
    const last = groups.at(-1)
    const joins = last && turn.lane !== undefined && last[0]!.lane !== undefined && !lanes.has(turn.lane)
    if (joins) last.push(turn)
    else {
      groups.push([turn])
      lanes.clear()
    }
    if (turn.lane !== undefined) lanes.add(turn.lane)
  }
  return groups
}
