import { Worker } from 'node:worker_threads'

/** Those who wait for the first page come first. */
const LATER_MS = 10_000

/**
 * Compiles in a thread of its own what a server loads late, so that it is there where somebody first asks for it. @NOTE Node loads a
 * compiler of 20 MB to take the types out of a single file, and everybody would wait for that.
 */
export function compileAhead(wrong: (error: Error) => void): { close(): Promise<void> } {
  let worker: Worker | undefined
  const timer = setTimeout(() => {
    worker = new Worker(new URL('./compile-ahead-worker.ts', import.meta.url)).on('error', wrong)
    worker.unref()
  }, LATER_MS).unref()
  return {
    async close() {
      clearTimeout(timer)
      await worker?.terminate()
    },
  }
}
