import { tokensIn, type Wanted } from './tokens.ts'

/** A piece of a text, from one place up to another. */
export interface Span {
  start: number
  end: number
}

/** Where the wanted words stand in a text, in order and apart from each other; undefined unless each of them does. */
export function spansOf(text: string, language: string | null, wanted: Wanted): Span[] | undefined {
  const sought = new Set(wanted.flat())
  const hits = tokensIn(text, language).filter(({ terms }) => terms.some((term) => sought.has(term)))
  const terms = new Set(hits.flatMap((hit) => hit.terms))
  if (!wanted.every((any) => any.some((term) => terms.has(term)))) return
  return joined(hits.toSorted((a, b) => a.start - b.start))
}

/** Spans that overlap or touch become one. */
function joined(spans: readonly Span[]): Span[] {
  const apart: Span[] = []
  for (const { start, end } of spans) {
    const last = apart.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else apart.push({ start, end })
  }
  return apart
}
