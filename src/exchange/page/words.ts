import { markerOf } from '../../text/quotation-markers.ts'
import { literal } from './literal.ts'
import { textOf } from './page-lines.ts'
import type { EntryPart } from './quotations.ts'

/** A comment's words as they are stored: Markdown, with a marker line in each quotation's place. */
export function wordsOf(parts: readonly EntryPart[]): string {
  return parts
    .map((part) => (part.kind === 'quotation' ? markerOf(part.quotation.slot) : literal(textOf(part.lines))))
    .join('\n\n')
}
