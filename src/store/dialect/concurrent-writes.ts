/** A work that waits for its turn to write. */
export interface QueuedWrite {
  work(): Promise<unknown>
  /** What the work is alone with; undefined when it must be alone altogether. */
  concurrencyKey: string | undefined
  resolve(value: unknown): void
  reject(error: unknown): void
}

export type WriteOutcome = { turn: QueuedWrite } & PromiseSettledResult<unknown>

/** Works under way at once, each in a lane of its own. */
export interface ConcurrentWrites {
  /** Begins one more beside the others; false when it may not, or comes too late. */
  join(turn: QueuedWrite): boolean
  /** What became of each, once all are done. Until those are done that were there from the beginning, others may join. */
  outcomes(): Promise<WriteOutcome[]>
}

export function startConcurrently(turns: readonly QueuedWrite[]): ConcurrentWrites {
  const lanes = new Set<string | undefined>([undefined])
  const underWay: Promise<WriteOutcome>[] = []
  let isOpen = true

  function join(turn: QueuedWrite): boolean {
    if (!isOpen || lanes.has(turn.concurrencyKey)) return false
    lanes.add(turn.concurrencyKey)
    underWay.push(outcomeOf(turn))
    return true
  }

  for (const turn of turns) join(turn)
  return {
    join,
    async outcomes() {
      await Promise.all(underWay)
      isOpen = false
      return Promise.all(underWay)
    },
  }
}

/** Runs of turns that may be under way at once, in their order; a turn without a lane is a run of its own. */
export function runsOf(turns: readonly QueuedWrite[]): QueuedWrite[][] {
  const runs: QueuedWrite[][] = []
  const lanes = new Set<string>()
  for (const turn of turns) {
    const last = runs.at(-1)
    const joins =
      last &&
      turn.concurrencyKey !== undefined &&
      last[0]!.concurrencyKey !== undefined &&
      !lanes.has(turn.concurrencyKey)
    if (joins) last.push(turn)
    else {
      runs.push([turn])
      lanes.clear()
    }
    if (turn.concurrencyKey !== undefined) lanes.add(turn.concurrencyKey)
  }
  return runs
}

async function outcomeOf(turn: QueuedWrite): Promise<WriteOutcome> {
  const [settled] = await Promise.allSettled([turn.work()])
  return { turn, ...settled }
}
