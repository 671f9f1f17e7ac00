import type { Batch } from './batch.ts'

/** A stream of which nothing is heard for so long after it was asked for is kept back by something on the way. */
const FIRST_WORD_MS = 8_000
const SILENCE_MS = 60_000
const AGAIN_MS = 2_000
const LONGEST_MS = 5 * 60_000

export interface SourceListener {
  /** Where the stream is, each time that it is opened. */
  address(): Promise<string>
  /** Told whenever something is heard, and when nothing is any more. */
  flows(isFlowing: boolean): void
  changes(batch: Batch): void
  notices(): void
}

/** The browser's one stream, opened again with a growing pause when it ends, is none, or falls silent. */
export class Source {
  readonly #listener: SourceListener
  #stream: EventSource | undefined
  #opening = 0
  #againMs = AGAIN_MS
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(listener: SourceListener) {
    this.#listener = listener
  }

  async open(): Promise<void> {
    this.close()
    const opening = this.#opening
    const address = await this.#listener.address()
    if (opening !== this.#opening) return
    const stream = new EventSource(address)
    this.#stream = stream
    this.#listenOn(stream)
    this.#waitAtMost(FIRST_WORD_MS)
  }

  close(): void {
    this.#opening++
    clearTimeout(this.#timer)
    this.#stream?.close()
    this.#stream = undefined
  }

  /** Takes the stream for broken. */
  fail(): void {
    this.close()
    this.#listener.flows(false)
    this.#timer = setTimeout(() => this.open(), this.#againMs * (0.5 + Math.random()))
    this.#againMs = Math.min(2 * this.#againMs, LONGEST_MS)
  }

  /** @NOTE Left to itself a browser would open the same address again, with the numbers of before. */
  #listenOn(stream: EventSource) {
    stream.onerror = () => this.fail()
    const on = (kind: string, hear: (words: string) => void) =>
      stream.addEventListener(kind, ({ data }: MessageEvent) => {
        this.#againMs = AGAIN_MS
        this.#waitAtMost(SILENCE_MS)
        hear(data)
        this.#listener.flows(true)
      })
    for (const kind of ['hello', 'beat']) on(kind, () => {})
    on('changes', (words) => this.#listener.changes(JSON.parse(words)))
    on('notices', () => this.#listener.notices())
  }

  #waitAtMost(ms: number) {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.fail(), ms)
  }
}
