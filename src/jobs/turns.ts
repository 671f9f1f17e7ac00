/** Work that is done again whenever there is a reason, never twice at a time, and not more often than its pause allows. */
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
      again = false
      await work().catch(console.error)
      await Promise.race([closing.promise, pause(pauseMs)])
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
