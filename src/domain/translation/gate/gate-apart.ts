import { Worker } from 'node:worker_threads'
import { MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts'
import type { Finding } from './finding.ts'
import type { Question } from './gate-worker.ts'
import type { Side } from './side.ts'

/** What is found in each pair of paragraphs, away from the thread that answers readers. Rejects where no answer comes. */
export interface Gate {
  compare: (pairs: Question['pairs']) => Promise<Finding[][]>
  /** Ends its thread; questions that wait are rejected. */
  close: () => Promise<void>
}

export type { Side }

const PATIENCE_MS = 30 * SECOND_MS
const IDLE_MS = MINUTE_MS

/** Its thread is begun with the first question and ends a minute after the last. */
export function createGate(): Gate {
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let asked = 0
  const waiting = new Map<number, { resolve: (findings: Finding[][]) => void; reject: (error: Error) => void }>()

  async function end(error = new Error('the thread of the gate has ended')) {
    const ended = worker
    worker = undefined
    clearTimeout(idle)
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
    await ended?.terminate()
  }

  function begin(): Worker {
    const started = new Worker(new URL('./gate-worker.ts', import.meta.url))
    started.on('message', ({ id, findings }: { id: number; findings: Finding[][] }) =>
      waiting.get(id)?.resolve(findings),
    )
    started.on('error', (error: Error) => void (worker === started && end(error)))
    started.unref()
    return started
  }

  return {
    compare: (pairs) => {
      worker ??= begin()
      clearTimeout(idle)
      idle = setTimeout(() => void (waiting.size === 0 && end()), IDLE_MS).unref()
      const id = ++asked
      return new Promise<Finding[][]>((resolve, reject) => {
        setTimeout(() => reject(new Error('the gate gave no answer in time')), PATIENCE_MS).unref()
        waiting.set(id, { resolve, reject })
        worker!.ref()
        worker!.postMessage({ id, pairs } satisfies Question)
      }).finally(() => {
        waiting.delete(id)
        if (waiting.size === 0) worker?.unref()
      })
    },
    close: () => end(),
  }
}
