import { isUtf8 } from 'node:buffer'
import { Refusal } from '../../kit/refusal.ts'
import { refuseTooLarge } from './capture.ts'

/** A line of the file: its number from 1, the spaces before it, and its text without the space around it. */
export interface PageLine {
  number: number
  indent: number
  text: string
}

const MOST_LINES = 500_000

export function linesOf(bytes: Uint8Array): PageLine[] {
  refuseTooLarge(bytes.byteLength)
  if (!isUtf8(bytes)) throw atLine(firstBroken(bytes), 'the file is not UTF-8.')
  const text = new TextDecoder().decode(bytes)
  if (text.trim() === '') throw atLine(1, 'the file is empty.')
  const nul = text.indexOf('\0')
  if (nul >= 0) throw atLine(linesIn(text.slice(0, nul)), 'the character U+0000 stands in it; this is no text.')
  const texts = text.replace(LAST_BREAK, '').split(BREAK)
  if (texts.length > MOST_LINES) throw atLine(MOST_LINES + 1, `a captured page has at most ${MOST_LINES} lines.`)
  return texts.map((raw, i) => ({ number: i + 1, indent: /^ */.exec(raw)![0].length, text: raw.trim() }))
}

export function atLine(number: number, sentence: string): Refusal {
  return new Refusal(`Line ${number}: ${sentence}`)
}

export function textOf(lines: readonly PageLine[]): string {
  return lines.map((line) => line.text).join('\n')
}

export function oneLine(lines: readonly PageLine[]): string {
  return lines.map((line) => line.text).join(' ')
}

const BREAK = /\r\n|\n|\r/
const LAST_BREAK = /(?:\r\n|\n|\r)$/
const LINE_FEED = 0x0a

function firstBroken(bytes: Uint8Array): number {
  let start = 0
  for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
    if (!isUtf8(bytes.subarray(start, end))) break
    start = end + 1
  }
  return linesIn(new TextDecoder().decode(bytes.subarray(0, start)))
}

function linesIn(text: string): number {
  return text.split(BREAK).length
}
