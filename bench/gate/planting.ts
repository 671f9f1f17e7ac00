import { TARGETS, type Target } from './corpus.ts'
import { FAULTS, type FaultName } from './faults.ts'
import { findingsIn, isFlagged, type Judged } from './measure.ts'

export interface Caught {
  planted: number
  caught: number
  /** Those that passed, to be read. */
  passed: string[]
}

/** Plants each fault once in each segment in which nothing was found, and counts what the gate then finds. */
export function plantedIn(segments: ReadonlyMap<Target, readonly Judged[]>, seed: number): Map<FaultName, Caught> {
  const draw = drawFrom(seed)
  const counts = new Map(
    (Object.keys(FAULTS) as FaultName[]).map((name) => [name, { planted: 0, caught: 0, passed: [] as string[] }]),
  )
  for (const target of TARGETS)
    for (const segment of segments.get(target) ?? []) {
      if (isFlagged(segment)) continue
      for (const [name, fault] of Object.entries(FAULTS)) {
        const spoilt = fault(segment.edition, draw, target)
        if (spoilt === undefined || spoilt === segment.edition) continue
        const count = counts.get(name as FaultName)!
        count.planted++
        if (isFlagged({ findings: findingsIn(segment.original, spoilt, target) })) count.caught++
        else count.passed.push(`${target} ${segment.line} ${name}: ${spoilt}`)
      }
    }
  return counts
}

/** @NOTE the same faults come again under the same seed, so that two versions of the gate can be compared. */
export function drawFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
