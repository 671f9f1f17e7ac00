import type { Say } from '../../kit/sentences.ts'
import { type Html, html, type Part } from '../html.ts'

/** Private to this file: stands in a sentence where markup will. */
const SLOT = /\u{F0000}(\d+)\u{F0001}/gu

/** A sentence whose arguments may be markup; the sentence itself decides where each of them stands. */
export function told(say: Say, key: string, args: Readonly<Record<string, string | number | Html>>): Html {
  const markup: Html[] = []
  const plain = Object.entries(args).map(([name, value]) => [name, typeof value === 'object' ? slotFor(value) : value])
  return html`${say(key, Object.fromEntries(plain))
    .split(SLOT)
    .map((piece, at): Part => (at % 2 === 0 ? piece : (markup[Number(piece)] ?? '')))}`

  function slotFor(value: Html) {
    return `\u{F0000}${markup.push(value) - 1}\u{F0001}`
  }
}
