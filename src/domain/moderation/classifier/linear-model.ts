import { eachBucket } from './features.ts'

/** What was learnt: how rare each feature is, how far it pulls towards a removal, and how the sum is read as a probability. */
export interface LinearModel {
  rarity: Float32Array
  pull: Float32Array
  bias: number
  /** Platt's two figures. */
  slope: number
  offset: number
}

/** How likely it is that moderators would remove a comment of these words, from 0 to 1. */
export function scoreOf(model: LinearModel, text: string): number {
  return probabilityOf(model, marginOf(model, text))
}

export function probabilityOf({ slope, offset }: Pick<LinearModel, 'slope' | 'offset'>, margin: number): number {
  return 1 / (1 + Math.exp(-(slope * margin + offset)))
}

/** On which side of the model's plane a text lies, and how far. */
export function marginOf({ rarity, pull, bias }: LinearModel, text: string): number {
  let sum = 0
  let square = 0
  eachBucket(text, (bucket) => {
    const value = rarity[bucket]!
    sum += pull[bucket]! * value
    square += value * value
  })
  return bias + (square === 0 ? 0 : sum / Math.sqrt(square))
}

/** A piece of a text, and by how much it moved the margin. */
export interface Moved {
  piece: string
  by: number
}

/** The words of a text that moved its score most, each with all n-grams within it, the strongest first. */
export function movedBy({ rarity, pull }: LinearModel, text: string, most: number): Moved[] {
  let square = 0
  const shares = new Map<string, number>()
  eachBucket(text, (bucket, source) => {
    const value = rarity[bucket]!
    square += value * value
    const piece = source.trim()
    shares.set(piece, (shares.get(piece) ?? 0) + pull[bucket]! * value)
  })
  const length = Math.sqrt(square) || 1
  const all = [...shares].map(([piece, sum]) => ({ piece, by: sum / length }))
  return all.toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by)).slice(0, most)
}
