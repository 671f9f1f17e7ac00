import { isStale, type Lent } from './postgres-pool.ts'

interface Line {
  lent: Lent
  /** How many questions have no answer yet. */
  waiting: number
}

/** So many questions leave together before another line takes the next. @NOTE to hand a message over costs more than to answer most. */
const TOGETHER = 8

/** Single questions over a few connections, each asked without waiting for the answers before it. */
export class PostgresLines {
  readonly #lend: () => Promise<Lent>
  readonly #most: number
  readonly #lines = new Set<Line>()
  #opening: Promise<Line> | undefined
  /** The line on which the questions of this turn of the loop leave, and how many more it takes. */
  #leaving: { line: Line; left: number } | undefined

  constructor(lend: () => Promise<Lent>, most: number) {
    this.#lend = lend
    this.#most = most
  }

  readonly query: Lent['query'] = async (text, values) => {
    try {
      return await this.#ask(text, values)
    } catch (error) {
      if (!isStale(error)) throw error
      return this.#ask(text, values)
    }
  }

  /** Gives all back, and one that is being opened as soon as it is. */
  async close() {
    await this.#opening?.catch(() => {})
    for (const line of this.#lines) this.#letGo(line)
  }

  async #ask(text: string, values: readonly unknown[] | undefined) {
    const line = this.#next() ?? (await this.#open())
    line.waiting++
    try {
      return await line.lent.query(text, values)
    } finally {
      line.waiting--
      if (line.lent.isSpent) this.#letGo(line)
    }
  }

  #next(): Line | undefined {
    const leaving = this.#leaving
    if (leaving && leaving.left-- > 0 && !leaving.line.lent.isSpent) return leaving.line
    const line = this.#free()
    if (!leaving) setImmediate(() => this.#leave(undefined))
    this.#leave(line)
    return line
  }

  #leave(line: Line | undefined) {
    this.#leaving = line && { line, left: TOGETHER - 1 }
  }

  /** The one that has least to do. Where all have something, a further one is opened, and nobody waits for it. */
  #free(): Line | undefined {
    let free: Line | undefined
    for (const line of this.#lines) if (line.lent.isSpent) this.#letGo(line)
    for (const line of this.#lines) if (!free || line.waiting < free.waiting) free = line
    if (free && free.waiting > 0 && this.#lines.size < this.#most) void this.#open().catch(() => {})
    return free
  }

  #open(): Promise<Line> {
    this.#opening ??= this.#opened().finally(() => {
      this.#opening = undefined
    })
    return this.#opening
  }

  async #opened(): Promise<Line> {
    const line = { lent: await this.#lend(), waiting: 0 }
    this.#lines.add(line)
    return line
  }

  #letGo(line: Line) {
    if (this.#lines.delete(line)) line.lent.release()
  }
}
