import { LRUCache } from 'lru-cache'

/** Keeps the most recently used values whose weights together stay under a bound; one that is heavier than all may be is not kept. */
export class BoundedCache<K extends {}, V extends {}> {
  readonly #kept: LRUCache<K, V>
  #isClearing = false

  /** `whenGone` hears of every value that leaves, but of those that `clear` takes all at once. */
  constructor(limit: number, whenGone?: (key: K, value: V) => void) {
    const dispose = (value: V, key: K) => void (this.#isClearing || whenGone?.(key, value))
    this.#kept = new LRUCache({ maxSize: limit, ...(whenGone && { dispose }) })
  }

  get weight() {
    return this.#kept.calculatedSize
  }

  get(key: K): V | undefined {
    return this.#kept.get(key)
  }

  set(key: K, value: V, weight = 1) {
    this.#kept.set(key, value, { size: Math.max(1, weight) })
  }

  delete(key: K) {
    this.#kept.delete(key)
  }

  clear() {
    this.#isClearing = true
    this.#kept.clear()
    this.#isClearing = false
  }
}
