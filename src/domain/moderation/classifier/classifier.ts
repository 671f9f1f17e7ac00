import type { Id } from '../../../kit/ids.ts'
import type { Scored } from './figures.ts'
import type { LinearModel } from './linear-model.ts'

export type ClassifierId = Id<'classifier'>

/** One that has learnt, and what it was worth on the newest decisions, which it had not seen. */
export interface Classifier {
  id: ClassifierId
  at: number
  /** Of how many removed and kept comments it learnt. */
  removed: number
  kept: number
  /** The last decision that it knows. */
  upTo: number
  /** How often of two comments, one removed and one kept, it gave the removed one the higher score. */
  ranking: number
  /** Whether it is worth being asked. */
  isUsed: boolean
  tested: readonly Scored[]
}

/** So many of each must have been decided before anything is learnt. */
export const FEWEST_OF_EACH = 100
/** More of the past is not looked at. */
export const MOST_EXAMPLES = 10_000
/** It learns anew after so many decisions. */
export const NEW_DECISIONS = 50
/** The newest of so many examples judge what was learnt of the others. */
export const TESTED_SHARE = 0.2
/** One that ranks worse is not asked: a half is chance. */
export const WORTH_ASKING = 0.7

/** Says how likely it is that moderators would remove a comment, from 0 to 1. */
export interface ClassifierInUse extends Pick<Classifier, 'id'> {
  model: LinearModel
  likelihoodOf(words: string): number
}
