import { parentPort } from 'node:worker_threads'
import { compare } from './gate.ts'
import type { Side } from './side.ts'

/** Paragraphs to be compared, and the number by which the answer is known. */
export interface Question {
  id: number
  pairs: readonly (readonly [original: Side, edition: Side])[]
}

parentPort!.on('message', ({ id, pairs }: Question) => {
  const findings = pairs.map(([original, edition]) => compare(original, edition))
  parentPort!.postMessage({ id, findings })
})
