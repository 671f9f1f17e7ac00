import { parentPort } from 'node:worker_threads'
import { scoreOf } from './linear-model.ts'
import { type Example, train } from './training.ts'

/** What is learnt from, and what judges it. */
export interface Lesson {
  training: readonly Example[]
  newest: readonly Example[]
}

parentPort!.once('message', ({ training, newest }: Lesson) => {
  const { model } = train(training)
  const tested = newest.map(({ words, isRemoved }) => ({ score: scoreOf(model, words), isRemoved }))
  parentPort!.postMessage({ model, tested })
})
