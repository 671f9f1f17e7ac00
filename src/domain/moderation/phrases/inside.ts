/** Parts of words or of texts without spaces, found wherever they stand by how they begin. */
export class Insides<Owner> {
  readonly #begins = new Map<string, { part: string; owner: Owner }[]>()
  readonly #firstUnits = new Set<number>()
  readonly #lengths: readonly number[]

  /** `lengths` says by how many letters a beginning is known, the longest first; a part that is shorter than all is not found. */
  constructor(lengths: readonly number[]) {
    this.#lengths = lengths
  }

  get isEmpty() {
    return this.#begins.size === 0
  }

  add(part: string, owner: Owner) {
    const length = this.#lengths.find((one) => one <= part.length)
    if (length === undefined) return
    const begin = part.slice(0, length)
    this.#begins.set(begin, [...(this.#begins.get(begin) ?? []), { part, owner }])
    this.#firstUnits.add(part.charCodeAt(0))
  }

  /** Every part that stands in the text, and where. */
  in(text: string): { part: string; owner: Owner; at: number }[] {
    const found: { part: string; owner: Owner; at: number }[] = []
    for (let at = 0; at < text.length; at++) {
      if (!this.#firstUnits.has(text.charCodeAt(at))) continue
      for (const length of this.#lengths)
        for (const { part, owner } of this.#begins.get(text.slice(at, at + length)) ?? [])
          if (text.startsWith(part, at)) found.push({ part, owner, at })
    }
    return found
  }
}
