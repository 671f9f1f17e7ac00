import { BUCKETS, bucketsIn } from './features.ts'
import type { Scored } from './figures.ts'
import { type LinearModel, probabilityOf } from './linear-model.ts'

/** Words on which moderators have decided. */
export interface Example {
  words: string
  isRemoved: boolean
}

/** The weight of a mistake against the size of what is learnt. Chosen by cross-validation: docs/classifier.md. */
const COST = 0.5
const ROUNDS = 20
const FOLDS = 5

/**
 * Learns from examples; the same ones give the same model. How likely a margin is told by what models of four fifths say of the last
 * fifth, which comes with it.
 */
export function train(examples: readonly Example[]): { model: LinearModel; within: Scored[] } {
  const all = readAll(examples)
  const judged = crossValidated(all)
  const platt = plattOf(judged)
  const within = judged.map(({ margin, isRemoved }) => ({ score: probabilityOf(platt, margin), isRemoved }))
  return { model: { ...learnt(all), ...platt }, within }
}

/** What a model that was made without an example says of it. */
interface Judged {
  margin: number
  isRemoved: boolean
}

/** What is said of each example by a model of the examples in other folds. */
function crossValidated(all: readonly ReadExample[]): Judged[] {
  const chance = chanceFrom(FOLDS_SEED)
  const folds = all.map(() => Math.floor(chance() * FOLDS))
  const judged: Judged[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = learnt(all.filter((_, i) => folds[i] !== fold))
    for (const { buckets, isRemoved } of all.filter((_, i) => folds[i] === fold))
      judged.push({ margin: marginOfBuckets(model, buckets), isRemoved })
  }
  return judged
}

const FOLDS_SEED = 3
const ORDER_SEED = 7

interface ReadExample {
  buckets: Int32Array
  isRemoved: boolean
}

function readAll(examples: readonly Example[]): ReadExample[] {
  return examples.map(({ words, isRemoved }) => ({ buckets: bucketsIn(words), isRemoved }))
}

type Plane = Pick<LinearModel, 'rarity' | 'pull' | 'bias'>

function marginOfBuckets({ rarity, pull, bias }: Plane, buckets: Int32Array): number {
  let sum = 0
  let square = 0
  for (const bucket of buckets) {
    const value = rarity[bucket]!
    sum += pull[bucket]! * value
    square += value * value
  }
  return bias + (square === 0 ? 0 : sum / Math.sqrt(square))
}

/** Source: Hsieh et al., "A dual coordinate descent method for large-scale linear SVM", ICML 2008, algorithm 1, with the squared hinge. */
function learnt(examples: readonly ReadExample[]): Plane {
  const rarity = rarityIn(examples)
  const lengths = examples.map(({ buckets }) => lengthOf(buckets, rarity))
  const pull = new Float64Array(BUCKETS)
  let bias = 0
  const alphas = new Float64Array(examples.length)
  const softness = 1 / (2 * COST)
  const chance = chanceFrom(ORDER_SEED)
  const order = examples.map((_, i) => i)
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, chance)
    for (const i of order) {
      const { buckets, isRemoved } = examples[i]!
      const [side, length] = [isRemoved ? 1 : -1, lengths[i]!]
      let margin = 0
      for (const bucket of buckets) margin += pull[bucket]! * rarity[bucket]!
      margin = bias + margin / length
      const alpha = Math.max(0, alphas[i]! - (side * margin - 1 + softness * alphas[i]!) / (2 + softness))
      const step = (alpha - alphas[i]!) * side
      alphas[i] = alpha
      if (step === 0) continue
      for (const bucket of buckets) pull[bucket]! += (step * rarity[bucket]!) / length
      bias += step
    }
  }
  return { rarity, pull: Float32Array.from(pull), bias }
}

/** What is in few texts says more; what is in none says nothing. */
function rarityIn(examples: readonly ReadExample[]): Float32Array {
  const counts = new Uint32Array(BUCKETS)
  for (const { buckets } of examples) for (const bucket of buckets) counts[bucket]!++
  return Float32Array.from(counts, (count) => (count === 0 ? 0 : 1 + Math.log((1 + examples.length) / (1 + count))))
}

function lengthOf(buckets: Int32Array, rarity: Float32Array): number {
  let square = 0
  for (const bucket of buckets) square += rarity[bucket]! ** 2
  return Math.sqrt(square) || 1
}

const PLATT_ROUNDS = 200
const SMALLEST = 1e-9

/** How a margin is read as a probability. Source: Platt, "Probabilistic outputs for support vector machines", 1999, by Newton's method. */
function plattOf(judged: readonly Judged[]): Pick<LinearModel, 'slope' | 'offset'> {
  const removed = judged.filter(({ isRemoved }) => isRemoved).length
  const [high, low] = [(removed + 1) / (removed + 2), 1 / (judged.length - removed + 2)]
  let [slope, offset] = [1, 0]
  for (let round = 0; round < PLATT_ROUNDS; round++) {
    let [gs, go, hss, hso, hoo] = [0, 0, SMALLEST, 0, SMALLEST]
    for (const { margin, isRemoved } of judged) {
      const p = 1 / (1 + Math.exp(-(slope * margin + offset)))
      const [wrong, spread] = [p - (isRemoved ? high : low), p * (1 - p)]
      gs += wrong * margin
      go += wrong
      hss += spread * margin * margin
      hso += spread * margin
      hoo += spread
    }
    const determinant = hss * hoo - hso * hso
    const [ds, dof] = [(hoo * gs - hso * go) / determinant, (hss * go - hso * gs) / determinant]
    if (!Number.isFinite(ds + dof)) break
    slope -= ds
    offset -= dof
    if (Math.abs(ds) + Math.abs(dof) < 1e-6) break
  }
  return { slope, offset }
}

/** The same order again under the same seed, so that a model can be made again. */
function chanceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function shuffle(order: number[], chance: () => number) {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(chance() * (last + 1))
    ;[order[last], order[other]] = [order[other]!, order[last]!]
  }
}
