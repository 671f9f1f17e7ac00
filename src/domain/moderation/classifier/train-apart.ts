import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Scored } from './figures.ts'
import type { LinearModel } from './linear-model.ts'
import type { Lesson } from './training-worker.ts'

export interface Learnt {
  model: LinearModel
  tested: Scored[]
}

/** Learns in a thread of its own, which ends with that; the newest examples say what it is worth. */
export async function trainApart(lesson: Lesson, signal: AbortSignal): Promise<Learnt> {
  const worker = new Worker(new URL('./training-worker.ts', import.meta.url))
  try {
    worker.postMessage(lesson)
    const [learnt] = await once(worker, 'message', { signal })
    return learnt
  } finally {
    await worker.terminate()
  }
}
