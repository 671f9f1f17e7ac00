import { atLine, decoded, type TextLine } from '../kit/lines.ts'
import { refuseTooLarge } from './capture.ts'

/** A line of the file: its text without the space around it, and the spaces before it. */
export interface PageLine extends TextLine {
  indent: number
}

const MOST_LINES = 500_000

export function linesOf(bytes: Uint8Array): PageLine[] {
  refuseTooLarge(bytes.byteLength)
  const text = decoded(bytes, BREAK, (before) => atLine(before + 1, 'the file is not UTF-8.')).replace(/^\uFEFF/, '')
  if (text.trim() === '') throw atLine(1, 'the file is empty.')
  const nul = text.indexOf('\0')
  if (nul >= 0)
    throw atLine(text.slice(0, nul).split(BREAK).length, 'the character U+0000 stands in it; this is no text.')
  const texts = text.replace(LAST_BREAK, '').split(BREAK)
  if (texts.length > MOST_LINES) throw atLine(MOST_LINES + 1, `a captured page has at most ${MOST_LINES} lines.`)
  return texts.map((raw, i) => ({ number: i + 1, indent: /^ */.exec(raw)![0].length, text: raw.trim() }))
}

export function textOf(lines: readonly PageLine[]): string {
  return lines.map((line) => line.text).join('\n')
}

export function oneLine(lines: readonly PageLine[]): string {
  return lines.map((line) => line.text).join(' ')
}

const BREAK = /\r\n|\n|\r/
const LAST_BREAK = /(?:\r\n|\n|\r)$/
