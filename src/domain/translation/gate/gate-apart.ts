import { Worker } from 'node:worker_threads'
import { MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts'
import type { Question } from './gate-worker.ts'
import type { KnownNames } from './known-names.ts'
import type { AnswerOf, AskedOf, Task } from './tasks.ts'

/** Says what is to be said of paragraphs beside their originals, and of names in texts, away from the thread that answers readers. Rejects where no answer comes. */
export interface Gate {
  ask: <T extends Task>(task: T, names: KnownNames, ...asked: AskedOf<T>) => Promise<AnswerOf<T>>
  /** Ends its thread; questions that wait are rejected. */
  close: () => Promise<void>
}

const PATIENCE_MS = 30 * SECOND_MS
const IDLE_MS = MINUTE_MS

/** Its thread is begun with the first question, keeps what it was told of the glossary, and ends a minute after the last. */
export function createGate(): Gate {
  let worker: Worker | undefined
  let told = new Map<string, KnownNames>()
  let idle: NodeJS.Timeout | undefined
  let count = 0
  const waiting = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>()

  async function end(error = new Error('the thread of the gate has ended')) {
    const ended = worker
    worker = undefined
    told = new Map()
    clearTimeout(idle)
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
    await ended?.terminate()
  }

  function begin(): Worker {
    const started = new Worker(new URL('./gate-worker.ts', import.meta.url))
    started.on('message', ({ id, answer }: { id: number; answer: never }) => waiting.get(id)?.resolve(answer))
    started.on('error', (error: Error) => void (worker === started && end(error)))
    started.unref()
    return started
  }

  return {
    ask: <T extends Task>(task: T, names: KnownNames, ...asked: AskedOf<T>) => {
      worker ??= begin()
      clearTimeout(idle)
      idle = setTimeout(() => void (waiting.size === 0 && end()), IDLE_MS).unref()
      const id = ++count
      const between = `${names.from} ${names.to}`
      const isTold = told.get(between) === names
      told.set(between, names)
      return new Promise<AnswerOf<T>>((resolve, reject) => {
        setTimeout(() => reject(new Error('the gate gave no answer in time')), PATIENCE_MS).unref()
        waiting.set(id, { resolve, reject })
        worker!.ref()
        const question: Question = { id, task, between, names: isTold ? undefined : names, asked }
        worker!.postMessage(question)
      }).finally(() => {
        waiting.delete(id)
        if (waiting.size === 0) worker?.unref()
      })
    },
    close: () => end(),
  }
}
