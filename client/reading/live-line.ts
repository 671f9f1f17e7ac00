import type { Batch } from './batch.ts'
import { Source } from './live-source.ts'

/** What one tab wants to hear of: a discussion from a number on, and what a person is told. */
export interface Watch {
  article: string | undefined
  language: string
  since: number
  person: number | undefined
}

export interface LineListener {
  /** Whether the browser's stream brings what this tab wants; said again from time to time while it does. */
  carried(isCarried: boolean): void
  hear(batch: Batch): void
  notices(): void
}

/** What tabs say to each other; of a batch also after which number it follows, for a tab that has not heard all before it must not take it. */
type Said =
  | { here: Watch }
  | { who: true }
  | { carried: readonly string[] }
  | { batch: Batch; after: number }
  | { notices: true }

const NAME = 'parley-live'
/** In which every tab says what it wants. */
const ROLL_CALL_MS = 50
/** The server carries no more discussions in one stream; tabs beyond that ask for themselves. */
const MOST_CARRIED = 8

/**
 * A tab's end of the one stream of its browser. The tab that holds the lock opens it for all who are here, each with its own number;
 * when that tab goes, the next one does. Where tabs cannot speak to each other, each opens its own.
 */
export class StreamLine {
  readonly #own: () => Watch
  readonly #listener: LineListener
  #leaving: AbortController | undefined
  #channel: BroadcastChannel | undefined
  /** Of the tab that leads. */
  #source: Source | undefined
  /** Who answers while the roll is called. */
  #answers: Watch[] | undefined
  /** Who came while none was called; a tab too slow to answer in time is heard of in the next. */
  readonly #arrivals: Watch[] = []
  /** How far the stream has come with each discussion. */
  readonly #reached = new Map<string, number>()
  /** Those whose pages were there when the stream was opened; strangers want nothing of it but the discussions. */
  #people: ReadonlySet<number | undefined> = new Set()
  #isFlowing = false

  constructor(own: () => Watch, listener: LineListener) {
    this.#own = own
    this.#listener = listener
  }

  join(): void {
    if (this.#leaving) return
    this.#leaving = new AbortController()
    const { signal } = this.#leaving
    if (navigator.locks && typeof BroadcastChannel !== 'undefined') this.#queue(signal)
    else this.#lead()
  }

  leave(): void {
    this.#leaving?.abort()
    this.#source?.close()
    this.#channel?.close()
    this.#leaving = this.#source = this.#channel = undefined
    this.#isFlowing = false
  }

  /** Has it tried at once. */
  again(): void {
    if (!this.#source) this.#tell({ here: this.#own() })
    else if (!this.#isFlowing) void this.#source.open()
  }

  /** Takes the stream for broken. */
  cut(): void {
    this.#source?.fail()
  }

  #queue(signal: AbortSignal) {
    this.#channel = new BroadcastChannel(NAME)
    this.#channel.onmessage = ({ data }) => this.#hear(data)
    this.#tell({ here: this.#own() })
    const left = new Promise((resolve) => signal.addEventListener('abort', resolve))
    const lead = () => {
      if (!signal.aborted) this.#lead()
      return left
    }
    navigator.locks.request(NAME, { signal }, lead).catch(() => void (signal.aborted || this.#lead()))
  }

  #lead() {
    this.#source = new Source({
      address: () => this.#address(),
      flows: (isFlowing) => {
        this.#isFlowing = isFlowing
        this.#deliver({ carried: this.#carried() })
      },
      changes: (batch) => {
        const after = this.#reached.get(keyOf(batch)) ?? batch.seq
        this.#reached.set(keyOf(batch), batch.seq)
        this.#deliver({ batch, after })
      },
      notices: () => this.#deliver({ notices: true }),
    })
    void this.#source.open()
  }

  #hear(said: Said) {
    if ('who' in said) this.#tell({ here: this.#own() })
    else if ('here' in said) this.#arrived(said.here)
    else if ('carried' in said) this.#listener.carried(said.carried.includes(keyOf(this.#own())))
    else if ('notices' in said) this.#listener.notices()
    else if (keyOf(said.batch) === keyOf(this.#own()) && follows(said, this.#own())) this.#listener.hear(said.batch)
  }

  #tell(said: Said) {
    this.#channel?.postMessage(said)
  }

  #deliver(said: Said) {
    this.#tell(said)
    this.#hear(said)
  }

  #carried() {
    return this.#isFlowing ? [...this.#reached.keys()] : []
  }

  #arrived(watch: Watch) {
    if (!this.#source) return
    if (this.#answers) this.#answers.push(watch)
    else if (this.#brings(watch)) this.#tell({ carried: this.#carried() })
    else {
      this.#arrivals.push(watch)
      void this.#source.open()
    }
  }

  #brings(watch: Watch) {
    const reached = this.#reached.get(keyOf(watch)) ?? Number.POSITIVE_INFINITY
    return this.#isFlowing && watch.since >= reached && this.#people.has(watch.person)
  }

  async #address() {
    const watches = await this.#rollCall()
    const discussions = Map.groupBy(watches, keyOf)
    const query = new URLSearchParams()
    this.#reached.clear()
    for (const [key, same] of [...discussions].slice(0, MOST_CARRIED)) {
      const { article, language } = same[0]!
      const since = Math.min(...same.map((watch) => watch.since))
      this.#reached.set(key, since)
      for (const [name, value] of Object.entries({ article, language, since }))
        if (article) query.append(name, String(value))
    }
    this.#people = new Set([undefined, ...watches.map(({ person }) => person)])
    if (this.#people.size > 1) query.append('notices', '1')
    return `/live?${query}`
  }

  async #rollCall() {
    const answers = [this.#own(), ...this.#arrivals.splice(0)]
    if (!this.#channel) return answers
    this.#answers = answers
    this.#tell({ who: true })
    await new Promise((resolve) => setTimeout(resolve, ROLL_CALL_MS))
    if (this.#answers === answers) this.#answers = undefined
    return answers
  }
}

/** Whether it goes on from what has been heard; from a number that is gone it leads back. */
function follows({ batch: { seq }, after }: { batch: Batch; after: number }, { since }: Watch) {
  return after <= since && (since < seq || seq < after)
}

function keyOf({ article, language }: { article: number | string | undefined; language: string }) {
  return article ? `${article} ${language}` : ''
}
