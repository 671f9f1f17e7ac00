import { factFindings } from './fact-findings.ts'
import type { Finding, Stated } from './finding.ts'
import type { MarkedQuotation, Side } from './side.ts'

/** A marked quotation must stand in the edition as the same one, of the same speaker, with its own facts inside it. */
export function quotationFindings(original: Side, edition: Side): Finding[] {
  const there = new Map(edition.quotations?.map((quotation) => [quotation.quote, quotation]))
  const known = new Set(original.quotations?.map(({ quote }) => quote))
  const kept = (original.quotations ?? []).flatMap((quotation) => {
    const same = there.get(quotation.quote)
    return same
      ? inside(original, quotation, edition, same)
      : [finding('quotation', 'missing', said(original, quotation), null)]
  })
  const added = (edition.quotations ?? []).filter(({ quote }) => !known.has(quote))
  return [...kept, ...added.map((quotation) => finding('quotation', 'added', null, said(edition, quotation)))]
}

function inside(original: Side, one: MarkedQuotation, edition: Side, other: MarkedQuotation): Finding[] {
  const speaker =
    one.speaker === null || one.speaker === other.speaker
      ? []
      : [finding('speaker', other.speaker === null ? 'missing' : 'altered', said(original, one), said(edition, other))]
  return [
    ...speaker,
    ...factFindings(cut(original, one), cut(edition, other)).map((found) => moved(found, one.start, other.start)),
  ]
}

function cut({ words, language }: Side, { start, end }: MarkedQuotation): Side {
  return { words: words.slice(start, end), language }
}

function moved(found: Finding, original: number, edition: number): Finding {
  return { ...found, original: shifted(found.original, original), edition: shifted(found.edition, edition) }
}

function shifted(stated: Stated | null, by: number): Stated | null {
  return stated && { ...stated, start: stated.start + by, end: stated.end + by }
}

function said({ words }: Side, { start, end }: MarkedQuotation): Stated {
  return { text: words.slice(start, end), start, end }
}

function finding(
  kind: Finding['kind'],
  outcome: Finding['outcome'],
  original: Stated | null,
  edition: Stated | null,
): Finding {
  return { kind, outcome, original, edition }
}
