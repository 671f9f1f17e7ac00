import { andHalf } from './and-half.ts'
import { digitsAt, type Quantity, wordsAt } from './bare-quantity.ts'
import { meaningAt, pastFillers, type Reading } from './reading.ts'

/** A number with every word of scale that follows it, and with what is smaller and written behind. */
export function withScale(reading: Reading, read: Quantity): Quantity {
  let quantity = read
  for (;;) {
    const half = andHalf(reading, quantity)
    if (half)
      quantity = { ...extended(reading, quantity, half.next, (value) => value + half.what, 1), place: half.what / 5 }
    const at = pastFillers(reading, quantity.next)
    const found = meaningAt(reading, at)
    const scale = found?.what.find((meaning) => 'scale' in meaning)?.scale ?? tightMillion(reading, quantity)
    if (scale === undefined || (quantity.isWords && quantity.scale === 1 && !hasLetters(reading, at))) return quantity
    quantity = extended(reading, quantity, pastDot(reading, found?.next ?? at + 1), (value) => value * scale, scale)
    quantity = withRest(reading, quantity)
  }
}

/** "2,8 Mrd. Euro" */
function pastDot({ tokens }: Reading, next: number): number {
  const [word, dot, after] = [tokens[next - 1]!, tokens[next], tokens[next + 1]]
  const isShort =
    dot?.text === '.' && word.text.length <= LONGEST_SHORT && dot.start === word.end && after?.is === 'word'
  return isShort ? next + 1 : next
}

const LONGEST_SHORT = 4

/** @NOTE words of scale behind number words are a part of those already, except of unspaced scripts. */
function hasLetters({ tokens }: Reading, at: number): boolean {
  return tokens[at]?.is === 'han' || tokens[at]?.is === 'word'
}

const MILLION = 1e6
const MONEY_BEFORE = /[$£€¥]\s?$/

/** "£125m" */
function tightMillion({ text, tokens }: Reading, { next, start, end }: Quantity): number | undefined {
  const token = tokens[next]
  return token?.start === end && /^m$/i.test(token.text) && MONEY_BEFORE.test(text.slice(0, start))
    ? MILLION
    : undefined
}

/** What is smaller and written behind: "1亿2000万", "2 тыс. 500". */
function withRest(reading: Reading, whole: Quantity): Quantity {
  const token = reading.tokens[whole.next]
  if (!token || token.start - whole.end > 1) return whole
  const rest = digitsAt(reading, whole.next) ?? wordsAt(reading, whole.next)
  if (!rest || rest.kind === 'ordinal') return whole
  const scale = meaningAt(reading, rest.next)
  const times = scale?.what.find((meaning) => 'scale' in meaning)?.scale
  if (times === undefined || times >= whole.scale) return whole
  return extended(reading, whole, scale!.next, (value) => value + rest.values[0]! * times, times)
}

function extended(
  reading: Reading,
  read: Quantity,
  next: number,
  change: (value: number) => number,
  scale: number,
): Quantity {
  const end = reading.tokens[next - 1]!.end
  const values = read.values.map((value) => rounded(change(value)))
  const place = read.scale === 1 ? read.place * scale : scale
  return {
    ...read,
    next,
    end,
    text: reading.text.slice(read.start, end),
    values,
    place,
    scale: read.scale === 1 ? scale : read.scale,
  }
}

/** @NOTE 2.8 times a thousand is no whole number in binary. */
export function rounded(value: number): number {
  return Number(value.toPrecision(12))
}
