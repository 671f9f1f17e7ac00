import type { Refusal } from '../../kit/refusal.ts'
import { chunksOf, type SeeRead } from '../kit/file-chunks.ts'
import { decoded, atLine as refusedAt, type TextLine } from '../kit/lines.ts'

/** A picture of the largest size, as base64, fits. */
const LONGEST_BYTES = 32 * 1024 * 1024
const LINE_FEED = 0x0a

/** The lines of an export, gzipped or not, as many at a time as come together. */
export async function* linesIn(file: string, see?: SeeRead): AsyncGenerator<TextLine[]> {
  const parts: Buffer[] = []
  let length = 0
  let number = 1
  for await (const chunk of chunksOf(file, see)) {
    const end = chunk.lastIndexOf(LINE_FEED)
    if (end >= 0) {
      const lines = linesOf(Buffer.concat([...parts, chunk.subarray(0, end)]), number)
      yield lines
      number += lines.length
      parts.length = length = 0
    }
    parts.push(chunk.subarray(end + 1))
    length += chunk.length - end - 1
    if (length > LONGEST_BYTES) throw atLine(number, `it is longer than ${LONGEST_BYTES} bytes.`)
  }
  const rest = Buffer.concat(parts)
  if (rest.length > 0) yield linesOf(rest, number)
}

export function atLine(number: number, sentence: string): Refusal {
  return refusedAt(number, `${sentence} Nothing was imported.`)
}

function linesOf(bytes: Buffer, first: number): TextLine[] {
  const text = decoded(bytes, '\n', (before) => atLine(first + before, 'it is not UTF-8.'))
  return text.split('\n').map((text, at) => ({ number: first + at, text }))
}
