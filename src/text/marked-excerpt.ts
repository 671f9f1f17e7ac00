import { graphemesOf } from '../kit/segmenting.ts'
import type { Span } from './spans.ts'

/** Some words of an excerpt, and whether they were looked for. */
export interface Piece {
  words: string
  found: boolean
}

const ELLIPSIS = '…'
const LOOKED_AT = 100

/** About so many characters of a text, where most of the spans stand close together; no grapheme is cut. */
export function markedExcerpt(text: string, spans: readonly Span[], length: number): Piece[] {
  const { start, end } = windowOn(text, spans, length)
  const pieces: Piece[] = []
  let at = start
  for (const span of spans) {
    const [from, to] = [Math.max(span.start, at), Math.min(span.end, end)]
    if (from >= to) continue
    pieces.push({ words: text.slice(at, from), found: false }, { words: text.slice(from, to), found: true })
    at = to
  }
  pieces.push({ words: text.slice(at, end), found: false })
  const [before, after] = [start > 0 && ELLIPSIS, end < text.length && ELLIPSIS]
  return [plain(before), ...pieces, plain(after)].filter(({ words }) => words !== '').map(inOneLine)
}

function plain(words: string | false): Piece {
  return { words: words || '', found: false }
}

function inOneLine({ words, found }: Piece): Piece {
  return { words: words.replace(/\s+/g, ' '), found }
}

/** A third of what is left stands before the first span, the rest after it. */
function windowOn(text: string, spans: readonly Span[], length: number): Span {
  if (text.length <= length) return { start: 0, end: text.length }
  const { start: first, end: last } = densest(spans.slice(0, LOOKED_AT), length)
  const lead = Math.floor(Math.max(0, length - (last - first)) / 3)
  const from = Math.max(0, Math.min(first - lead, text.length - length))
  const start = Math.min(first, atBoundary(text, from, 'after'))
  const end = atBoundary(text, Math.min(text.length, start + length), 'before')
  return { start, end: Math.max(end, Math.min(last, start + length)) }
}

/** The span with which the most others stand within reach. */
function densest(spans: readonly Span[], length: number): Span {
  const reach = (from: Span) =>
    spans.filter(({ start, end }) => start >= from.start && end <= from.start + length / 2).length
  return spans.reduce((best, span) => (reach(span) > reach(best) ? span : best), spans[0] ?? { start: 0, end: 0 })
}

const NEAR = 20

/** The nearest place between words, or else between graphemes: some scripts have no spaces. */
function atBoundary(text: string, place: number, side: 'before' | 'after'): number {
  if (place === 0 || place === text.length) return place
  const from = side === 'after' ? place : Math.max(0, place - NEAR)
  const near = text.slice(from, from + NEAR)
  const space = side === 'after' ? near.search(/\s/) + 1 : near.search(/\s\S*$/)
  return space > 0 ? from + space : graphemesOf(text).containing(place)!.index
}
