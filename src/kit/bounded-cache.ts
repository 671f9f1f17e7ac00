/** Keeps the most recently used values whose weights together stay under a bound. */
export class BoundedCache<K, V> {
  readonly #entries = new Map<K, { value: V; weight: number }>()
  readonly #limit: number
  readonly #whenGone: (key: K, value: V) => void
  #weight = 0
  #newest: K | undefined

  /** `whenGone` hears of every value that leaves, but of those that `clear` takes all at once. */
  constructor(limit: number, whenGone: (key: K, value: V) => void = () => {}) {
    this.#limit = limit
    this.#whenGone = whenGone
  }

  get weight() {
    return this.#weight
  }

  get(key: K): V | undefined {
    const entry = this.#entries.get(key)
    if (!entry) return
    if (key !== this.#newest) {
      this.#entries.delete(key)
      this.#entries.set(key, entry)
      this.#newest = key
    }
    return entry.value
  }

  set(key: K, value: V, weight = 1) {
    this.delete(key)
    if (weight > this.#limit) return
    this.#entries.set(key, { value, weight })
    this.#newest = key
    this.#weight += weight
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.#limit) break
      this.delete(oldest)
    }
  }

  delete(key: K) {
    const entry = this.#entries.get(key)
    if (!entry) return
    this.#weight -= entry.weight
    this.#entries.delete(key)
    this.#whenGone(key, entry.value)
  }

  clear() {
    this.#entries.clear()
    this.#weight = 0
  }
}
