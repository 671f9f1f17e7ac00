import { literalsIn, statedIn } from '../../../text/facts/index.ts'
import { bentPairs } from './bent-pairs.ts'
import { explained, stated } from './explaining.ts'
import type { Finding } from './finding.ts'
import { literalFindings } from './literal-findings.ts'
import { match } from './matching.ts'
import type { Side } from './side.ts'

/** What the words of two sides alone tell: numbers, dates, units, links, handles and code. */
export function factFindings(original: Side, edition: Side): Finding[] {
  const literals = [literalsIn(original.words), literalsIn(edition.words)] as const
  const matched = match(
    statedIn(original.words, original.language, literals[0]),
    statedIn(edition.words, edition.language, literals[1]),
  )
  const converted = matched.converted.map(({ original: from, edition: to, conversion }): Finding => {
    const exact = { value: conversion.exact, unit: conversion.unit }
    return { kind: 'measure', outcome: 'converted', original: stated(from), edition: stated(to), exact }
  })
  return [
    ...bentPairs(matched.pairs),
    ...explained(matched.original, matched.edition),
    ...converted,
    ...literalFindings(literals[0], literals[1]),
  ]
}
