/** Takes what works gave that end together, and gives what each is answered with, in their order. */
export type Conclude = (given: readonly unknown[]) => Promise<unknown[]>

/** A work that waits for its turn to write. */
export interface QueuedWrite {
  work(): Promise<unknown>
  /** What the work is alone with; undefined when it must be alone altogether. */
  concurrencyKey: string | undefined
  /** What is still to be done of all that ends together, and what each is answered with. */
  conclude: Conclude | undefined
  resolve(value: unknown): void
  reject(error: unknown): void
}

export type WriteOutcome = { write: QueuedWrite } & PromiseSettledResult<unknown>

/** Works under way at once, each under a key of its own. */
export interface ConcurrentWrites {
  /** Begins one more beside the others; false when it may not, or comes too late. */
  join(write: QueuedWrite): boolean
  /** What became of each, once all are done. Until those are done that were there from the beginning, others may join. */
  outcomes(): Promise<WriteOutcome[]>
}

export function startConcurrently(writes: readonly QueuedWrite[]): ConcurrentWrites {
  const keys = new Set<string | undefined>([undefined])
  const underWay: Promise<WriteOutcome>[] = []
  let isOpen = true

  function join(write: QueuedWrite): boolean {
    if (!isOpen || keys.has(write.concurrencyKey)) return false
    keys.add(write.concurrencyKey)
    underWay.push(outcomeOf(write))
    return true
  }

  for (const write of writes) join(write)
  return {
    join,
    async outcomes() {
      await Promise.all(underWay)
      isOpen = false
      return Promise.all(underWay)
    },
  }
}

/** Runs of writes that may be under way at once, in their order; a write without a key is a run of its own. */
export function runsOf(writes: readonly QueuedWrite[]): QueuedWrite[][] {
  const runs: QueuedWrite[][] = []
  const keys = new Set<string>()
  for (const write of writes) {
    const last = runs.at(-1)
    const joins =
      last &&
      write.concurrencyKey !== undefined &&
      last[0]!.concurrencyKey !== undefined &&
      !keys.has(write.concurrencyKey)
    if (joins) last.push(write)
    else {
      runs.push([write])
      keys.clear()
    }
    if (write.concurrencyKey !== undefined) keys.add(write.concurrencyKey)
  }
  return runs
}

async function outcomeOf(write: QueuedWrite): Promise<WriteOutcome> {
  const [settled] = await Promise.allSettled([write.work()])
  return { write, ...settled }
}
