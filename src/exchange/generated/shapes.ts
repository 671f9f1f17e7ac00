import type { Chance } from './chance.ts'

/** Stands for the parent of a root. */
export const NOBODY = -1

/** Under which of the comments before it the next one stands; `depths` are those of the comments so far. */
export type Growth = (index: number, depths: ArrayLike<number>) => number

export const SHAPES = { natural, chain, star } satisfies Record<string, (chance: Chance) => Growth>

export type Shape = keyof typeof SHAPES

export const DEEPEST = 60
const REPLIES = 0.6
const IN_AN_EXCHANGE = 0.1
const TO_WHAT_IS_NEW = 0.7
const NEW = 200

/** Six of ten answer: mostly what is new, some one of the popular early ones, and always one exchange goes on and on. */
function natural(chance: Chance): Growth {
  let exchange = 0

  function answered(index: number): number {
    if (chance.likely(IN_AN_EXCHANGE)) return exchange
    if (chance.likely(TO_WHAT_IS_NEW)) return index - 1 - chance.below(Math.min(index, NEW))
    return chance.below(1 + chance.below(1 + chance.below(index)))
  }

  return (index, depths) => {
    if (index === 0 || !chance.likely(REPLIES)) return NOBODY
    const parent = answered(index)
    if (parent === exchange) exchange = index
    if (depths[parent]! < DEEPEST) return parent
    exchange = index
    return NOBODY
  }
}

/** Each answers the one before it. */
function chain(): Growth {
  return (index) => index - 1
}

/** All answer the first. */
function star(): Growth {
  return (index) => (index === 0 ? NOBODY : 0)
}
