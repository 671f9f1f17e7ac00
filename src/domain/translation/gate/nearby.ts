import type { Fact } from '../../../text/facts/index.ts'

export interface Nearby {
  original: Fact
  edition: Fact
  /** How far from each other they stand, of the whole as 1. */
  shift: number
}

/** As many pairs are looked at; in longer lists each is compared with those at like places alone. */
const MOST_PAIRS = 40_000
/** Of facts that are left over, as many are looked at again. */
export const MOST_LEFT = 150

/** Every fact of one side with every one of the other, as far as that can be done at once. */
export function nearbyPairs(originals: readonly Fact[], editions: readonly Fact[]): Nearby[] {
  const reach = Math.ceil(MOST_PAIRS / Math.max(1, originals.length) / 2)
  return originals.flatMap((original, at) => {
    const middle = Math.round((at * editions.length) / originals.length)
    const from = Math.max(0, Math.min(middle, editions.length - reach) - reach)
    return editions.slice(from, from + 2 * reach).map((edition, offset) => {
      const shift = Math.abs((at + 1) / (originals.length + 1) - (from + offset + 1) / (editions.length + 1))
      return { original, edition, shift }
    })
  })
}
