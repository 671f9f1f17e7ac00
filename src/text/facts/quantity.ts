import { withAndHalf } from './and-half.ts'
import { compoundAt, digitsAt, type Quantity, quantity, wordsAt } from './bare-quantity.ts'
import { measured } from './measure.ts'
import { aloneAt, isHyphen, listedAt, meaningAt, type Reading } from './reading.ts'
import { withScale } from './scale.ts'
import { dimensionOf } from './units.ts'

export type { Quantity }

/** A number and all that is written to it: its scale, what it is of, and its currency. */
export function quantityAt(reading: Reading, at: number): Quantity | undefined {
  const percent = percentOfHan(reading, at)
  if (percent) return percent
  const bare = digitsAt(reading, at) ?? wordsAt(reading, at) ?? compoundAt(reading, at)
  return bare && withAndHalf(reading, measured(reading, withScale(reading, bare)))
}

const OF_HUNDRED = '百分之'

/** 百分之四十 is 40 %. */
function percentOfHan(reading: Reading, at: number): Quantity | undefined {
  const { tokens, text } = reading
  const { start } = tokens[at]!
  if (!text.startsWith(OF_HUNDRED, start) || tokens[at + OF_HUNDRED.length] === undefined) return undefined
  const read = digitsAt(reading, at + OF_HUNDRED.length) ?? wordsAt(reading, at + OF_HUNDRED.length)
  const whole =
    read ??
    (text[start + OF_HUNDRED.length] === '百' ? quantity(reading, at, at + OF_HUNDRED.length + 1, [100]) : undefined)
  return whole && { ...whole, kind: 'percent', from: at, start, text: text.slice(start, whole.end) }
}

/** "a decade" is one, "half an inch" a half. */
export function oneAt(reading: Reading, at: number): Quantity | undefined {
  const half = listedAt(reading, at, 'half')
  const article = listedAt(reading, half?.next ?? at, 'article')
  if (!half && !article) return undefined
  const found = meaningAt(reading, article?.next ?? half!.next)
  const units = found?.what.flatMap((meaning) =>
    'unit' in meaning && dimensionOf(meaning.unit) !== 'temperature' ? [meaning.unit] : [],
  )
  if (!units?.length) return undefined
  const one = quantity(reading, at, found!.next, [half ? 0.5 : 1])
  return withAndHalf(reading, { ...one, kind: 'measure', units, place: half ? 0.1 : 1 })
}

/** Whether something at this place says a month or a weekday rather than a number. */
export function namedAt(
  reading: Reading,
  at: number,
): { kind: 'month' | 'weekday'; value: number; next: number } | undefined {
  const found = aloneAt(reading, at)
  const named = found?.what.find(({ role }) => role === 'month' || role === 'weekday')
  return named && { kind: named.role as 'month' | 'weekday', value: named.value, next: found!.next }
}

/** Whether only a hyphen or nothing stands between two places. */
export function isNext({ tokens }: Reading, from: number, to: number): boolean {
  return from === to || (to === from + 1 && tokens[from] !== undefined && isHyphen(tokens[from]))
}
