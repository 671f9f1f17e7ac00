import type { Batch } from './batch.ts'
import { StreamLine, type Watch } from './live-line.ts'
import { Polling } from './live-polling.ts'

/** The tab that leads says from time to time that the stream flows; when it has not for so long, it is not to be relied on. */
const SILENCE_MS = 90_000

export interface Listener {
  hear(batch: Batch): void
  /** The page shows what is no more; nothing further is told to it. */
  outOfDate(): void
  /** Whether nothing can be heard, by the stream or by asking. */
  lost(isLost: boolean): void
  /** Something may have been told to the person. */
  notices(): void
}

/** What a page hears while it is looked at, each thing once: by the browser's stream, or by asking where that cannot be had. */
export class LiveStream {
  readonly #watch: Watch
  readonly #listener: Listener
  readonly #line: StreamLine
  readonly #polling: Polling
  #silence: ReturnType<typeof setTimeout> | undefined
  #wasLost = false
  #wasCut = false
  #isOver = false

  constructor(watch: Watch, listener: Listener) {
    this.#watch = watch
    this.#listener = listener
    const hear = (batch: Batch) => this.#hear(batch)
    const notices = () => listener.notices()
    this.#line = new StreamLine(() => this.#watch, { hear, notices, carried: (isCarried) => this.#carried(isCarried) })
    this.#polling = new Polling({ hear, address: () => this.#address(), lost: (isLost) => this.#lost(isLost) })
  }

  open(): void {
    if (this.#isOver) return
    this.#line.join()
    this.#askMeanwhile()
  }

  close(): void {
    clearTimeout(this.#silence)
    this.#line.leave()
    this.#polling.stop()
  }

  /** Tries at once. */
  again(): void {
    this.#line.again()
    this.#polling.again()
  }

  /** The network has gone. */
  cut(): void {
    this.#line.cut()
    this.#polling.again()
  }

  #hear(batch: Batch) {
    if (batch.reset) return this.#end()
    if (batch.seq <= this.#watch.since) return
    this.#watch.since = batch.seq
    if (batch.changes.length > 0 || batch.quotations) this.#listener.hear(batch)
  }

  #end() {
    this.#isOver = true
    this.close()
    this.#listener.outOfDate()
  }

  #carried(isCarried: boolean) {
    clearTimeout(this.#silence)
    if (!isCarried) {
      this.#wasCut = true
      return this.#askMeanwhile()
    }
    this.#silence = setTimeout(() => this.#carried(false), SILENCE_MS)
    this.#polling.stop()
    this.#lost(false)
    if (this.#wasCut) this.#listener.notices()
    this.#wasCut = false
  }

  #askMeanwhile() {
    if (this.#watch.article) this.#polling.start()
  }

  #lost(isLost: boolean) {
    const isBack = this.#wasLost && !isLost
    this.#wasLost = isLost
    this.#listener.lost(isLost)
    if (isBack) this.#line.again()
  }

  #address() {
    const { article, language, since } = this.#watch
    return `/live/changes?article=${article}&language=${language}&since=${since}`
  }
}
