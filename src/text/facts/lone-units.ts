import type { Fact } from './fact.ts'
import { meaningAt, type Reading } from './reading.ts'
import { dimensionOf, type Unit } from './units.ts'

/** Dimensions whose units are counted wherever they stand. */
const COUNTED: ReadonlySet<string> = new Set(['length', 'mass', 'area'])

/** Units of length, mass and area that stand outside all facts. */
export function loneUnitsIn(reading: Reading, facts: readonly Fact[]): Unit[] {
  return reading.tokens.flatMap(({ start, is }, at) => {
    if (is === 'sign' || is === 'number' || facts.some((fact) => fact.start <= start && start < fact.end)) return []
    const units = meaningAt(reading, at)?.what.flatMap((meaning) => ('unit' in meaning ? [meaning.unit] : [])) ?? []
    return units.filter((unit) => COUNTED.has(dimensionOf(unit))).slice(0, 1)
  })
}
