import { BoundedCache } from '../../kit/bounded-cache.ts'

/** Who is asked so often is worth a name, so that the server reads and plans it once for each connection. */
const OFTEN = 5
/** @NOTE every connection keeps every plan, and texts differ by the lengths of their lists. */
const MOST = 300
const WATCHED = 2_000

/** Names for the texts that are sent most. */
export class StatementNames {
  readonly #names = new Map<string, string>()
  readonly #seen = new BoundedCache<string, number>(WATCHED)

  of(text: string): string | undefined {
    const known = this.#names.get(text)
    if (known || this.#names.size >= MOST) return known
    const seen = (this.#seen.get(text) ?? 0) + 1
    if (seen < OFTEN) this.#seen.set(text, seen)
    else this.#names.set(text, `parley_${this.#names.size + 1}`)
    return
  }
}
