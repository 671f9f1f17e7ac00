import { nestedQuotes } from '../../kit/nested-quotes.ts'
import type { Say } from '../../kit/sentences.ts'
import { type Html, type HtmlPart, html, madeSafe } from './template.ts'

/** Private to this file: stands in a sentence where markup will. */
const SLOT = /\u{F0000}(\d+)\u{F0001}/gu

/** A sentence with names and moments in it, which are many: it is formed once for its choices, and they are put in their places. */
export function sentenceText(
  say: Say,
  key: string,
  choices: Readonly<Record<string, string>>,
  named: Readonly<Record<string, string>>,
): string {
  const words = Object.values(named)
  const slots = Object.keys(named).map((name, at) => [name, slot(at)])
  return say(key, { ...choices, ...Object.fromEntries(slots) }).replace(SLOT, (_, at) => words[Number(at)] ?? '')
}

/** A sentence whose arguments may be markup; the sentence itself decides where each of them stands. */
export function sentenceHtml(say: Say, key: string, args: Readonly<Record<string, string | number | Html>>): Html {
  const markup: Html[] = []
  const plain = Object.entries(args).map(([name, value]) => [name, typeof value === 'object' ? slotFor(value) : value])
  const pieces = say(key, Object.fromEntries(plain)).split(SLOT)
  return html`${pieces.map((piece, at): HtmlPart => (at % 2 === 0 ? piece : placed(piece, pieces[at - 1]!)))}`

  function placed(piece: string, before: string): HtmlPart {
    const value = markup[Number(piece)]
    return value ? madeSafe(nestedQuotes(String(value), before.slice(-1))) : ''
  }

  function slotFor(value: Html) {
    return slot(markup.push(value) - 1)
  }
}

function slot(at: number) {
  return `\u{F0000}${at}\u{F0001}`
}
