import type { Chance } from './chance.ts'

/** Stands for the parent of a root. */
export const NOBODY = -1

/** The comments so far, by their places. */
export interface SoFar {
  parent: ArrayLike<number>
  depth: ArrayLike<number>
}

/** Under which of the comments before it the next one stands. */
export type Growth = (index: number, soFar: SoFar) => number

export const SHAPES = { natural, chain, star } satisfies Record<string, (chance: Chance) => Growth>

export type Shape = keyof typeof SHAPES

export const DEEPEST = 60
const REPLIES = 0.6
const IN_AN_EXCHANGE = 0.1
const TO_THE_FIRST = 0.03
const FIRST = 300
const RECENT = 2_000
const TO_WHAT_IS_POPULAR = 0.8

/**
 * Six of ten answer: the more recent a comment and the more popular among the recent ones, the likelier it is answered, which is
 * what large discussions were found to follow; some answer the first ones, which everybody sees, and always one exchange goes on
 * and on. But for the first, who is answered depends on how long ago they spoke and not on when, so that threads are alike from
 * beginning to end: most small, few large. Source: Gómez, Kappen, Litvak, Kaltenbrunner, "A likelihood-based framework for the
 * analysis of discussion threads", World Wide Web 16 (2013), doi 10.1007/s11280-012-0162-8.
 */
function natural(chance: Chance): Growth {
  let exchange = 0

  function answered(index: number, parent: ArrayLike<number>): number {
    if (chance.likely(IN_AN_EXCHANGE)) return exchange
    if (chance.likely(TO_THE_FIRST)) return chance.below(Math.min(index, FIRST))
    const recent = index - 1 - chance.below(1 + chance.below(Math.min(index, RECENT)))
    return chance.likely(TO_WHAT_IS_POPULAR) ? answeredBy(recent, parent) : recent
  }

  return (index, { parent, depth }) => {
    if (index === 0 || !chance.likely(REPLIES)) return NOBODY
    const chosen = answered(index, parent)
    if (chosen === exchange) exchange = index
    if (depth[chosen]! < DEEPEST) return chosen
    exchange = index
    return NOBODY
  }
}

/** Whom a comment answers; itself, if nobody. @NOTE to answer whom others answer finds the popular ones without counting. */
function answeredBy(index: number, parent: ArrayLike<number>): number {
  return parent[index] === NOBODY ? index : parent[index]!
}

/** Each answers the one before it. */
function chain(): Growth {
  return (index) => index - 1
}

/** All answer the first. */
function star(): Growth {
  return (index) => (index === 0 ? NOBODY : 0)
}
