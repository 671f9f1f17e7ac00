import { compare, type Finding, isMiss } from '../../src/domain/translation/gate/index.ts'
import { segmentsIn, type Target } from './corpus.ts'

/** A segment with digits on either side, and what the gate finds in it. */
export interface Judged {
  line: number
  original: string
  edition: string
  findings: Finding[]
}

const DIGIT = /\p{Nd}/u

/** All segments of a translation from English that have digits. */
export function judged(target: Target): Judged[] {
  const originals = segmentsIn('en')
  return segmentsIn(target).flatMap((edition, at) => {
    const original = originals[at]!
    if (!DIGIT.test(original) && !DIGIT.test(edition)) return []
    return [{ line: at + 1, original, edition, findings: findingsIn(original, edition, target) }]
  })
}

export function findingsIn(original: string, edition: string, target: Target): Finding[] {
  return compare({ words: original, language: 'en' }, { words: edition, language: target })
}

export function isFlagged({ findings }: Pick<Judged, 'findings'>): boolean {
  return findings.some(isMiss)
}

export function shareFlagged(segments: readonly Judged[]): number {
  return segments.filter(isFlagged).length / segments.length
}
