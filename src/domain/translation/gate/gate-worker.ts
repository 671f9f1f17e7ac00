import { parentPort } from 'node:worker_threads'
import { examine } from './examining.ts'
import type { KnownNames } from './known-names.ts'
import type { Pair, Speaker } from './pair.ts'

/** Paragraphs to be examined, and the number by which the answer is known. */
export interface Question {
  id: number
  /** Between which languages. */
  between: string
  /** What the glossary says of these by now; undefined where it says what it said before. */
  names: KnownNames | undefined
  pairs: readonly Pair[]
  speakers: readonly Speaker[]
}

const known = new Map<string, KnownNames>()

parentPort!.on('message', ({ id, between, names, pairs, speakers }: Question) => {
  if (names) known.set(between, names)
  parentPort!.postMessage({ id, examined: examine(pairs, known.get(between)!, speakers) })
})
