import { repeated } from '../kit/coalesce.ts'

/** Work that is done again whenever there is a reason, never twice at a time, and so long after the first reason that others may join it. */
export interface Turns {
  wake(): void
  close(): Promise<void>
}

/** Work that takes long asks between its parts whether it shall end. */
export function takeTurns(work: (isClosed: () => boolean) => Promise<unknown>, pauseMs: number): Turns {
  const closing = Promise.withResolvers<void>()
  let isClosed = false

  const wake = repeated(async () => {
    if (!isClosed) await Promise.race([closing.promise, pause(pauseMs)])
    if (!isClosed) await work(() => isClosed).catch(console.error)
  })

  return {
    wake: () => void wake(),
    async close() {
      isClosed = true
      closing.resolve()
      await wake()
    },
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms).unref())
}
