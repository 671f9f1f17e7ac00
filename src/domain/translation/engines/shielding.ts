import { literalsIn } from '../../../text/facts/index.ts'
import { markTagsIn } from '../../../text/mark-signs.ts'
import type { Span } from '../../../text/spans.ts'

const MARK = /⟦\s*(\d{1,4})\s*⟧/g

/** A text as an engine is shown it: links, addresses, handles, tags, code and readers' names stand in it as ⟦1⟧, ⟦2⟧ and so on, and never leave. */
export interface Shielded {
  shown: string
  kept: readonly string[]
}

/** The names are those of readers, as the text writes them. */
export function shielded(text: string, names: readonly string[] = []): Shielded {
  const kept: string[] = []
  let [shown, at] = ['', 0]
  for (const { start, end } of keptIn(text, names)) {
    kept.push(text.slice(start, end))
    shown += `${text.slice(at, start)}⟦${kept.length}⟧`
    at = end
  }
  return { shown: shown + text.slice(at), kept }
}

function keptIn(text: string, names: readonly string[]): Span[] {
  const marked = withOthers(literalsIn(text), markTagsIn(text))
  const all = names.length > 0 ? withOthers(marked, namesIn(text, names)) : marked
  return all.toSorted((a, b) => a.start - b.start)
}

/** What does not overlap any of the first comes beside them. */
function withOthers(first: readonly Span[], others: readonly Span[]): Span[] {
  const isFree = (one: Span) => first.every(({ start, end }) => one.end <= start || one.start >= end)
  return [...first, ...others.filter(isFree)]
}

/** Where they stand as words of their own, the longest first. @NOTE in Chinese there is no space between words. */
function namesIn(text: string, names: readonly string[]): Span[] {
  const longest = names.toSorted((a, b) => b.length - a.length).map(alone)
  const pattern = new RegExp(longest.join('|'), 'gu')
  return [...text.matchAll(pattern)].map(({ 0: name, index }) => ({ start: index, end: index + name.length }))
}

const HAN = /\p{Script=Han}/u

function alone(name: string): string {
  return HAN.test(name) ? RegExp.escape(name) : `(?<![\\p{L}\\p{N}_])${RegExp.escape(name)}(?![\\p{L}\\p{N}_])`
}

/** Puts back what was kept; undefined where a mark is gone, or stands more often than once. */
export function unshielded(answer: string, { kept }: Shielded): string | undefined {
  const marks = [...answer.matchAll(MARK)].map(([, number]) => Number(number))
  const isWhole = marks.length === kept.length && new Set(marks).size === marks.length
  if (!isWhole || marks.some((number) => number < 1 || number > kept.length)) return
  return answer.replace(MARK, (_, number) => kept[Number(number) - 1]!)
}

/** The pieces between the marks, for an engine that does not leave marks alone. */
export function piecesOf({ shown }: Shielded): string[] {
  return shown.split(new RegExp(MARK.source)).filter((_, at) => at % 2 === 0)
}

/** What was kept, between the pieces again. */
export function joined(pieces: readonly string[], { kept }: Shielded): string {
  return pieces.map((piece, at) => piece + (kept[at] ?? '')).join('')
}
