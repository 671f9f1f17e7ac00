import { type Finding, isMiss } from '../../src/domain/translation/gate/index.ts'
import type { Target } from './corpus.ts'
import type { Judged } from './measure.ts'

/** A flagged segment as somebody reads it who is to judge it: both texts, and both facts of each miss. */
export function report(target: Target, { line, original, edition, findings }: Judged): string {
  return [
    `en-${target} ${line}`,
    `  en: ${original}`,
    `  ${target}: ${edition}`,
    ...findings.filter(isMiss).map((finding) => `  ${sentence(finding)}`),
  ].join('\n')
}

function sentence({ kind, outcome, original, edition, reason, exact }: Finding): string {
  const facts = [
    original && `original "${original.text}" at ${original.start}`,
    edition && `edition "${edition.text}" at ${edition.start}`,
  ].filter(Boolean)
  const why = [reason, exact && `would be ${exact.value.toFixed(1)} ${exact.unit}`].filter(Boolean)
  return `${outcome} ${kind}: ${facts.join(', ')}${why.length > 0 ? ` (${why.join(', ')})` : ''}`
}
