import { isMiss } from '../../src/domain/translation/gate/index.ts'
import type { Target } from './corpus.ts'
import { findingsIn } from './measure.ts'

/** Whether a segment would be held back. */
export type Flags = (original: string, edition: string, target: Target) => boolean

/** Ways to compare, from the crudest on: what each takes for the same is more, and so what it flags is less. */
export const LEVELS: Readonly<Record<string, Flags>> = {
  'digits as they are written': (original, edition) => numbersIn(original) !== numbersIn(edition),
  'values, every conversion held back': (original, edition, target) => findingsIn(original, edition, target).length > 0,
  'the gate': (original, edition, target) => findingsIn(original, edition, target).some(isMiss),
}

function numbersIn(text: string): string {
  return (text.match(/\p{Nd}+/gu) ?? []).toSorted().join()
}
