import { isUtf8 } from 'node:buffer'
import { Refusal } from '../../kit/refusal.ts'

/** A line of a file: its number from 1, and its text. */
export interface TextLine {
  number: number
  text: string
}

const LINE_FEED = 0x0a
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The refusal of a file for what stands in one of its lines. */
export function atLine(number: number, sentence: string): Refusal {
  return new Refusal(`Line ${number}: ${sentence}`)
}

/** The text of bytes in UTF-8; throws what `refuse` makes of how many lines stand before the first that is not. */
export function decoded(bytes: Uint8Array, breaks: string | RegExp, refuse: (before: number) => Refusal): string {
  if (isUtf8(bytes)) return decoder.decode(bytes)
  let start = 0
  for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
    if (!isUtf8(bytes.subarray(start, end))) break
    start = end + 1
  }
  throw refuse(decoder.decode(bytes.subarray(0, start)).split(breaks).length - 1)
}
