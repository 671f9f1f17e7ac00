/** Draws that the same seed repeats. */
export interface Chance {
  /** A whole number from 0 to under the limit. */
  below(limit: number): number
  /** True for this share of the draws. */
  likely(share: number): boolean
}

const RANGE = 2 ** 32

/** Mulberry32: small, quick, and the same everywhere; nothing secret may hang on it. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / RANGE
  }

  return {
    below: (limit) => Math.floor(next() * limit),
    likely: (share) => next() < share,
  }
}
