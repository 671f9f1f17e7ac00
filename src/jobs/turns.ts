/** Work that is done again whenever there is a reason, never twice at a time, and so long after the first reason that others may join it. */
export interface Turns {
  wake(): void
  close(): Promise<void>
}

export function takeTurns(work: () => Promise<unknown>, pauseMs: number): Turns {
  const closing = Promise.withResolvers<void>()
  let isClosed = false
  let again = false
  let running: Promise<void> | undefined

  async function run() {
    while (again && !isClosed) {
      await Promise.race([closing.promise, pause(pauseMs)])
      if (isClosed) return
      again = false
      await work().catch(console.error)
    }
  }

  return {
    wake() {
      again = true
      running ??= run().finally(() => {
        running = undefined
      })
    },
    async close() {
      isClosed = true
      closing.resolve()
      await running
    },
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms).unref())
}
