import type { Batch } from './batch.ts'

/** The stream has so long to come or to come back. */
const START_MS = 4_000
const PAUSE_MS = 5_000
const LONGEST_MS = 60_000
const LOST_PAUSE_MS = 2_000
const LONGEST_LOST_MS = 15_000
const PATIENCE_MS = 10_000
const GROWTH = 1.5

export interface PollingListener {
  address(): string
  hear(batch: Batch): void
  /** Whether the last question went unanswered. */
  lost(isLost: boolean): void
}

/** Asks for changes from time to time, less and less often while there are none. */
export class Polling {
  readonly #listener: PollingListener
  #timer: ReturnType<typeof setTimeout> | undefined
  #stopping: AbortController | undefined
  #pauseMs = PAUSE_MS
  #isLost = false

  constructor(listener: PollingListener) {
    this.#listener = listener
  }

  start(): void {
    if (this.#stopping) return
    this.#stopping = new AbortController()
    this.#pauseMs = PAUSE_MS
    this.#askIn(START_MS)
  }

  stop(): void {
    this.#stopping?.abort()
    this.#stopping = undefined
    this.#isLost = false
    clearTimeout(this.#timer)
  }

  /** Asks at once, if it asks at all. */
  again(): void {
    if (this.#stopping) this.#askIn(0)
  }

  #askIn(ms: number) {
    const { signal } = this.#stopping!
    clearTimeout(this.#timer)
    this.#timer = setTimeout(async () => {
      const pauseMs = await this.#ask(signal)
      if (!signal.aborted) this.#askIn(pauseMs)
    }, ms)
  }

  /** Gives the pause until the next question. */
  async #ask(signal: AbortSignal): Promise<number> {
    try {
      const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)])
      const answer = await fetch(this.#listener.address(), { signal: patience })
      if (!answer.ok) throw new Error(answer.statusText)
      this.#heard(await answer.json())
    } catch {
      if (!signal.aborted) this.#failed()
    }
    return this.#pauseMs
  }

  #heard(batch: Batch) {
    this.#pauseMs = batch.more
      ? 0
      : this.#isLost || batch.changes.length > 0
        ? PAUSE_MS
        : grown(this.#pauseMs, LONGEST_MS)
    this.#isLost = false
    this.#listener.hear(batch)
    this.#listener.lost(false)
  }

  #failed() {
    this.#pauseMs = this.#isLost ? grown(this.#pauseMs, LONGEST_LOST_MS) : LOST_PAUSE_MS
    this.#isLost = true
    this.#listener.lost(true)
  }
}

function grown(ms: number, longest: number) {
  return Math.min(GROWTH * Math.max(ms, LOST_PAUSE_MS), longest)
}
