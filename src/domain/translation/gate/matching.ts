import type { Fact, Statement, Unit } from '../../../text/facts/index.ts'
import { MOST_LEFT, nearbyPairs } from './nearby.ts'
import { type Conversion, conversion, conversionsOf, distance, isSame } from './sameness.ts'

export interface Matched {
  /** What is on one side only. */
  original: Fact[]
  edition: Fact[]
  converted: { original: Fact; edition: Fact; conversion: Conversion }[]
  /** What is the same on both. */
  pairs: [original: Fact, edition: Fact][]
}

/** Finds for each fact of one side the one of the other that says the same; each serves once. */
export function match({ facts: originals }: Statement, { facts: editions, loneUnits }: Statement): Matched {
  const left = { original: new Set(originals), edition: new Set(editions) }
  const pairs = closest(originals, editions, left)
  byParts(left.original, left.edition)
  byParts(left.edition, left.original)
  const converted = conversions(left.original, left.edition)
  const matched = new Set(pairs.map(([original]) => original).concat(converted.map(({ original }) => original)))
  converted.push(...saidTwice(originals, left.edition))
  dropTwins(originals, left.original, matched, loneUnits)
  dropRepeated(originals, left)
  return { original: [...left.original], edition: [...left.edition], converted, pairs }
}

interface Left {
  original: Set<Fact>
  edition: Set<Fact>
}

/** Of pairs as close, those come first that stand at like places. */
const PLACE_WEIGHT = 0.4

function closest(originals: readonly Fact[], editions: readonly Fact[], left: Left): [Fact, Fact][] {
  const candidates = nearbyPairs(originals, editions).flatMap(({ original, edition, shift }) => {
    const apart = distance(original, edition)
    return apart === undefined ? [] : [{ original, edition, cost: apart + shift * PLACE_WEIGHT }]
  })
  return candidates
    .toSorted((a, b) => a.cost - b.cost)
    .flatMap(({ original, edition }) => {
      if (!left.original.has(original) || !left.edition.has(edition)) return []
      left.original.delete(original)
      left.edition.delete(edition)
      return [[original, edition] as [Fact, Fact]]
    })
}

/** @NOTE a text of numbers alone would take as many looks as their square; what is not looked at again stays a miss. */
function first(left: Set<Fact>): Fact[] {
  return [...left].slice(0, MOST_LEFT)
}

/** A time, a height or a number to call whose parts the other side says one by one. */
function byParts(whole: Set<Fact>, single: Set<Fact>): void {
  for (const fact of first(whole)) {
    if (!fact.parts || fact.parts.length < 2) continue
    const found: Fact[] = []
    for (const part of fact.parts) {
      const one = first(single).find(
        (other) => !found.includes(other) && !other.clock && other.values.some((value) => isSame(value, part)),
      )
      if (one) found.push(one)
    }
    if (found.length < fact.parts.length) continue
    whole.delete(fact)
    for (const one of found) single.delete(one)
  }
}

function conversions(originals: Set<Fact>, editions: Set<Fact>): Matched['converted'] {
  const converted: Matched['converted'] = []
  for (const original of first(originals)) {
    for (const edition of first(editions)) {
      const found = conversion(original, edition)
      if (!found) continue
      converted.push({ original, edition, conversion: found })
      originals.delete(original)
      editions.delete(edition)
      break
    }
  }
  return converted
}

/** A conversion that the edition adds to what it says in the original's unit. */
function saidTwice(originals: readonly Fact[], editions: Set<Fact>): Matched['converted'] {
  return first(editions).flatMap((edition) => {
    for (const original of originals) {
      const found = conversion(original, edition)
      if (!found) continue
      editions.delete(edition)
      return [{ original, edition, conversion: found }]
    }
    return []
  })
}

/** How far an original's own conversion may be off, and how near it stands: "six meters (18 feet)". */
const SLOPPY = 0.12
const NEAR = 20

/** Of what the original says in two units the edition may say one, where no unit is left of the other. */
function dropTwins(
  originals: readonly Fact[],
  left: Set<Fact>,
  matched: ReadonlySet<Fact>,
  lone: readonly Unit[],
): void {
  for (const fact of first(left))
    if (
      !fact.units?.some((unit) => lone.includes(unit)) &&
      originals.some((twin) => matched.has(twin) && isTwin(fact, twin))
    )
      left.delete(fact)
}

function isTwin(one: Fact, other: Fact): boolean {
  const gap = Math.max(one.start, other.start) - Math.min(one.end, other.end)
  if (gap > NEAR) return false
  return conversionsOf(one, other).some(({ exact }) =>
    other.values.some((value) => Math.abs(exact - value) <= Math.abs(value) * SLOPPY),
  )
}

const LONG = 10

/** What an edition says again is nothing new, and small words of it come and go. */
function dropRepeated(originals: readonly Fact[], left: Left): void {
  for (const edition of first(left.edition)) {
    const isSaid = originals.some((original) => distance(original, edition) !== undefined)
    if (isSaid && (edition.kind === 'month' || edition.values[0]! >= LONG)) left.edition.delete(edition)
    else if (isCenturyOfDecade(originals, edition)) left.edition.delete(edition)
  }
}

/** "30er Jahre des 20. Jahrhunderts" is 1930. */
function isCenturyOfDecade(originals: readonly Fact[], { values, units }: Fact): boolean {
  if (!units?.includes('century')) return false
  return originals.some(({ kind, values: [year = 0] }) => kind === 'decade' && Math.floor(year / 100) + 1 === values[0])
}
