const LOST_MS = 4_000
const AGAIN_MS = 5_000
const LONGEST_MS = 5 * 60_000

/** What a stream tells: changes that belong together, and whether the connection is lost. */
export interface Listener {
  hear(changes: readonly Change[]): void
  lost(isLost: boolean): void
}

/** One entry of the discussion as it stands now. */
export interface Change {
  kind: 'comment' | 'changed'
  id: number
  parentId: number
  ordinal: number
  label: string
  html: string
  /** The sentence that counts the discussion. */
  count: string
}

/** The changes of one article, heard while its page is looked at; it goes on where it ended. */
export class LiveStream {
  readonly #address: string
  readonly #listener: Listener
  #since: number
  #source: EventSource | undefined
  #changes: Change[] = []
  #againMs = AGAIN_MS
  #again: ReturnType<typeof setTimeout> | undefined
  #telling: ReturnType<typeof setTimeout> | undefined

  constructor(address: string, since: number, listener: Listener) {
    this.#address = address
    this.#since = since
    this.#listener = listener
  }

  open(): void {
    if (this.#source) return
    const source = new EventSource(`${this.#address}&since=${this.#since}`)
    this.#source = source
    source.onopen = () => this.#opened()
    source.onerror = () => this.#broken()
    for (const kind of ['comment', 'changed'] as const)
      source.addEventListener(kind, ({ data }) => this.#changes.push({ kind, ...JSON.parse(data) }))
    source.addEventListener('seq', ({ data }) => this.#heard(Number(data)))
  }

  close(): void {
    clearTimeout(this.#again)
    clearTimeout(this.#telling)
    this.#source?.close()
    this.#source = undefined
    this.#changes = []
  }

  #opened() {
    this.#againMs = AGAIN_MS
    this.#changes = []
    clearTimeout(this.#telling)
    this.#telling = undefined
    this.#listener.lost(false)
  }

  #heard(seq: number) {
    this.#since = seq
    this.#listener.hear(this.#changes.splice(0))
  }

  /** @NOTE A browser reconnects by itself after a cut, but not after an answer that was no stream. */
  #broken() {
    this.#telling ??= setTimeout(() => this.#listener.lost(true), LOST_MS)
    if (this.#source?.readyState !== EventSource.CLOSED) return
    this.#source = undefined
    this.#again = setTimeout(() => this.open(), this.#againMs)
    this.#againMs = Math.min(2 * this.#againMs, LONGEST_MS)
  }
}
