import type { Fact } from '../../../text/facts/index.ts'
import { stated } from './explaining.ts'
import type { Finding, Reason } from './finding.ts'

/** Of facts with the same value, those that are no longer the same: the percent sign is gone, or the minus. */
export function bentPairs(pairs: readonly (readonly [original: Fact, edition: Fact])[]): Finding[] {
  return pairs.flatMap(([original, edition]) => {
    const reason = bentBy(original, edition)
    return reason ? [altered(original, edition, reason)] : []
  })
}

function bentBy(original: Fact, edition: Fact): Reason | undefined {
  if (original.isWords || edition.isWords) return undefined
  if (lacksPercent(original, edition) || lacksPercent(edition, original)) return 'percent'
  return !!original.isNegative !== !!edition.isNegative ? 'sign' : undefined
}

function lacksPercent(one: Fact, other: Fact): boolean {
  return one.kind === 'percent' && other.kind === 'number' && !other.isPoints
}

function altered(original: Fact, edition: Fact, reason: Reason): Finding {
  return { kind: original.kind, outcome: 'altered', original: stated(original), edition: stated(edition), reason }
}
