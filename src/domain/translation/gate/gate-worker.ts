import { parentPort } from 'node:worker_threads'
import type { KnownNames } from './known-names.ts'
import { type Task, tasks } from './tasks.ts'

/** What is to be done, and the number by which the answer is known. */
export interface Question {
  id: number
  task: Task
  /** Between which languages. */
  between: string
  /** What the glossary says of these by now; undefined where it says what it said before. */
  names: KnownNames | undefined
  asked: readonly unknown[]
}

const known = new Map<string, KnownNames>()

parentPort!.on('message', ({ id, task, between, names, asked }: Question) => {
  if (names) known.set(between, names)
  const work = tasks[task] as (names: KnownNames, ...asked: readonly unknown[]) => unknown
  parentPort!.postMessage({ id, answer: work(known.get(between)!, ...asked) })
})
