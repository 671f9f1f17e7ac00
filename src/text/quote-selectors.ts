import { graphemesOf } from '../kit/segmenting.ts'

/** Where words stand in a text, by themselves and what is around them. Source: W3C Web Annotation Data Model, 4.2.4. */
export interface TextQuoteSelector {
  exact: string
  prefix: string
  suffix: string
}

/** A piece of a text, in UTF-16 as strings are cut. */
export interface Stretch {
  start: number
  end: number
}

/** So much is told of what is around words; more where they stand in the same surroundings twice. */
const AROUND = [32, 160, 800] as const

/** Says of a stretch what it reads and what is around it, as much as tells it from all others where that can be; nothing begins or ends within a letter. */
export function selectorOf(text: string, { start, end }: Stretch): TextQuoteSelector {
  const [from, to] = [boundary(text, start, -1), boundary(text, end, 1)]
  const around = (reach: number): TextQuoteSelector => ({
    exact: text.slice(from, to),
    prefix: text.slice(boundary(text, from - reach, -1), from),
    suffix: text.slice(to, boundary(text, to + reach, 1)),
  })
  const tried = AROUND.map((reach) => () => around(reach))
  for (const attempt of tried.slice(0, -1)) {
    const selector = attempt()
    if (stretchOf(text, selector)) return selector
  }
  return tried.at(-1)!()
}

/** Where the words stand; undefined unless they stand in their surroundings once, neither more nor less. */
export function stretchOf(text: string, { exact, prefix, suffix }: TextQuoteSelector): Stretch | undefined {
  const whole = prefix + exact + suffix
  if (exact === '') return
  let found: Stretch | undefined
  for (let at = text.indexOf(whole); at >= 0; at = text.indexOf(whole, at + 1)) {
    const start = at + prefix.length
    const end = start + exact.length
    if (![at, start, end, at + whole.length].every((place) => isBoundary(text, place))) continue
    if (found) return
    found = { start, end }
  }
  return found
}

/** How many characters a text has, as Unicode counts them. */
export function codePointsIn(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

/** The nearest place at or beyond this one where no letter is cut. */
function boundary(text: string, place: number, step: 1 | -1): number {
  let at = Math.min(Math.max(place, 0), text.length)
  while (!isBoundary(text, at)) at += step
  return at
}

const PLAIN_BEFORE = /[[\p{L}\p{N}\p{P}\p{Z}\n]--[\u0D4E]]/v
const PLAIN_AFTER = /[[\p{L}\p{N}\p{P}\p{Z}]--[\p{Script=Hangul}\u0E33\u0EB3\uFF9E\uFF9F]]/v
const FIRST_SURROGATE = 0xd800

/** Whether a letter as people see it ends here and another begins. Source: UAX 29; the quick way is right for signs that no rule joins. */
function isBoundary(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true
  const [before, after] = [text[at - 1]!, text[at]!]
  if (before === '\n' || (after === '\n' && before !== '\r')) return true
  const areSimple = text.charCodeAt(at - 1) < FIRST_SURROGATE && text.charCodeAt(at) < FIRST_SURROGATE
  if (areSimple && PLAIN_BEFORE.test(before) && PLAIN_AFTER.test(after)) return true
  const start = text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', at)
  const line = text.slice(start, end < 0 ? undefined : end)
  return graphemesOf(line).containing(at - start)?.index === at - start
}
