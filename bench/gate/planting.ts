import { TARGETS, type Target } from './corpus.ts'
import { FAULTS, type FaultName } from './faults.ts'
import { type Flags, LEVELS } from './levels.ts'
import type { Judged } from './measure.ts'

export interface Caught {
  planted: number
  caught: number
  /** Those that passed, to be read. */
  passed: string[]
}

/** Plants each fault once in each segment in which nothing was found, and counts what is then found. */
export function plantedIn(
  segments: ReadonlyMap<Target, readonly Judged[]>,
  seed: number,
  flags: Flags = LEVELS['the gate']!,
): Map<FaultName, Caught> {
  const draw = drawFrom(seed)
  const names = Object.keys(FAULTS) as FaultName[]
  const counts = new Map(names.map((name) => [name, { planted: 0, caught: 0, passed: [] as string[] }]))
  for (const target of TARGETS)
    for (const { line, original, edition } of segments.get(target) ?? []) {
      if (flags(original, edition, target)) continue
      for (const name of names) {
        const spoilt = FAULTS[name](edition, draw, target)
        if (spoilt === undefined || spoilt === edition) continue
        const count = counts.get(name)!
        count.planted++
        if (flags(original, spoilt, target)) count.caught++
        else count.passed.push(`${target} ${line} ${name}: ${spoilt}`)
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
