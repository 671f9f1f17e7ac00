import type { Fact } from '../../../text/facts/index.ts'
import type { Finding, Reason, Stated } from './finding.ts'
import { nearbyPairs } from './nearby.ts'
import { conversionsOf, disagree, isSame } from './sameness.ts'

/** Brings what is left over on both sides together: what was altered, what is missing, and what was added. */
export function explained(originals: readonly Fact[], editions: readonly Fact[]): Finding[] {
  const altered = likeliest(originals, editions)
  const done = new Set(altered.flatMap(({ original, edition }) => [original, edition]))
  const isOpen = (fact: Fact) => fact.isFirm && !done.has(fact)
  return [
    ...altered.map(({ original, edition }) => alteration(original, edition)),
    ...originals
      .filter(isOpen)
      .map((fact): Finding => ({ kind: fact.kind, outcome: 'missing', original: stated(fact), edition: null })),
    ...editions
      .filter(isOpen)
      .map((fact): Finding => ({ kind: fact.kind, outcome: 'added', original: null, edition: stated(fact) })),
  ]
}

export function stated({ text, start, end }: Fact): Stated {
  return { text, start, end }
}

interface Pair {
  original: Fact
  edition: Fact
}

function likeliest(originals: readonly Fact[], editions: readonly Fact[]): Pair[] {
  const candidates = nearbyPairs(originals, editions).flatMap(({ original, edition, shift }) => {
    const likeness = likenessOf(original, edition)
    return likeness === undefined ? [] : [{ original, edition, likeness: likeness - shift }]
  })
  const taken = new Set<Fact>()
  return candidates
    .toSorted((a, b) => b.likeness - a.likeness)
    .filter(({ original, edition }) => {
      if (taken.has(original) || taken.has(edition)) return false
      taken.add(original).add(edition)
      return true
    })
}

/** How likely one was made of the other; of two small words this is not known. */
function likenessOf(original: Fact, edition: Fact): number | undefined {
  if (!original.isFirm && !edition.isFirm && !areAlteredWords(original, edition)) return undefined
  const reason = reasonOf(original, edition)
  if (reason !== 'value') return 3
  if (original.kind === edition.kind) return 2
  if (NAMED.has(original.kind) || NAMED.has(edition.kind)) return undefined
  return original.isFirm && edition.isFirm ? 1 : undefined
}

const NAMED: ReadonlySet<string> = new Set(['month', 'weekday'])

/** @NOTE one and two are said in too many ways, and so is a round hundred. */
function isCounted({ values: [value = 0] }: Fact): boolean {
  return value > 2 && value < 100
}

function areAlteredWords(original: Fact, edition: Fact): boolean {
  if (original.kind !== edition.kind) return false
  return (
    NAMED.has(original.kind) ||
    (original.kind === 'number' && isCounted(original) && isCounted(edition)) ||
    (original.kind === 'measure' && original.units!.some((unit) => edition.units!.includes(unit)))
  )
}

function alteration(original: Fact, edition: Fact): Finding {
  const reason = reasonOf(original, edition)
  const exact = reason === 'conversion' ? nearest(original, edition) : undefined
  return {
    kind: original.kind,
    outcome: 'altered',
    original: stated(original),
    edition: stated(edition),
    reason,
    ...(exact && { exact }),
  }
}

function reasonOf(original: Fact, edition: Fact): Reason {
  const isSameValue = original.values.some((value) => edition.values.some((other) => isSame(value, other)))
  if (isSameValue && disagree(original, edition)) {
    if (original.currencies && edition.currencies) return 'currency'
    return original.kind === 'percent' || edition.kind === 'percent' ? 'percent' : 'unit'
  }
  if (isOtherScale(original.values[0]!, edition.values[0]!)) return 'scale'
  return !isSameValue && conversionsOf(original, edition).length > 0 ? 'conversion' : 'value'
}

function isOtherScale(one: number, other: number): boolean {
  if (one <= 0 || other <= 0) return false
  const power = Math.log10(other / one)
  return Math.abs(power - Math.round(power)) < 1e-6 && Math.round(power) !== 0
}

function nearest(original: Fact, edition: Fact) {
  const stated = edition.values[0]!
  const [found] = conversionsOf(original, edition).toSorted(
    (a, b) => Math.abs(a.exact - stated) - Math.abs(b.exact - stated),
  )
  return found && { value: found.exact, unit: found.unit }
}
