import { literalsIn } from '../../../text/facts/index.ts'
import { markTagsIn } from '../../../text/mark-signs.ts'

const MARK = /⟦\s*(\d{1,4})\s*⟧/g

/** A text as an engine is shown it: links, addresses, handles, tags and code stand in it as ⟦1⟧, ⟦2⟧ and so on, and never leave. */
export interface Shielded {
  shown: string
  kept: readonly string[]
}

export function shielded(text: string): Shielded {
  const kept: string[] = []
  let [shown, at] = ['', 0]
  for (const { start, end } of keptIn(text)) {
    kept.push(text.slice(start, end))
    shown += `${text.slice(at, start)}⟦${kept.length}⟧`
    at = end
  }
  return { shown: shown + text.slice(at), kept }
}

function keptIn(text: string) {
  const literals = literalsIn(text)
  const isFree = (one: { start: number; end: number }) =>
    literals.every(({ start, end }) => one.end <= start || one.start >= end)
  return [...literals, ...markTagsIn(text).filter(isFree)].toSorted((a, b) => a.start - b.start)
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
