import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** Those who wait for the first page come first. */
const LATER_MS = 10_000

/**
 * Compiles in threads of their own, one after the other, what a server loads late, so that it is there where somebody first asks for it.
 * @NOTE Node loads a compiler of 20 MB to take the types out of a single file, and everybody would wait for that.
 */
export function compileAhead(programs: readonly URL[], wrong: (error: Error) => void): { close(): Promise<void> } {
  let worker: Worker | undefined
  let isOver = false

  async function compile() {
    for (const program of programs) {
      if (isOver) return
      worker = new Worker(program)
      worker.unref()
      await once(worker, 'exit')
    }
  }

  const timer = setTimeout(() => compile().catch(wrong), LATER_MS).unref()
  return {
    async close() {
      isOver = true
      clearTimeout(timer)
      await worker?.terminate()
    },
  }
}
