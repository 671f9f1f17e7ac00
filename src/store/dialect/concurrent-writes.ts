/** A work that waits for its turn to write. */
export interface Turn {
  work(): Promise<unknown>
  /** What the work is alone with; undefined when it must be alone altogether. */
  lane: string | undefined
  resolve(value: unknown): void
  reject(error: unknown): void
}

export type Outcome = { turn: Turn } & PromiseSettledResult<unknown>

/** Works under way at once, each in a lane of its own. */
export interface Abreast {
  /** Begins one more beside the others; false when it may not, or comes too late. */
  join(turn: Turn): boolean
  /** What became of each, once all are done. Until those are done that were there from the beginning, others may join. */
  outcomes(): Promise<Outcome[]>
}

export function setOut(turns: readonly Turn[]): Abreast {
  const lanes = new Set<string | undefined>([undefined])
  const underWay: Promise<Outcome>[] = []
  let isOpen = true

  function join(turn: Turn): boolean {
    if (!isOpen || lanes.has(turn.lane)) return false
    lanes.add(turn.lane)
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
export function runsOf(turns: readonly Turn[]): Turn[][] {
  const runs: Turn[][] = []
  const lanes = new Set<string>()
  for (const turn of turns) {
    const last = runs.at(-1)
    const joins = last && turn.lane !== undefined && last[0]!.lane !== undefined && !lanes.has(turn.lane)
    if (joins) last.push(turn)
    else {
      runs.push([turn])
      lanes.clear()
    }
    if (turn.lane !== undefined) lanes.add(turn.lane)
  }
  return runs
}

async function outcomeOf(turn: Turn): Promise<Outcome> {
  const [settled] = await Promise.allSettled([turn.work()])
  return { turn, ...settled }
}
