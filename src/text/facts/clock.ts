import type { Fact } from './fact.ts'
import type { Quantity } from './quantity.ts'
import { type Found, halfAt, isHyphen, listedAt, meaningAt, type Reading } from './reading.ts'
import type { Token } from './tokens.ts'

const HOUR = 60
const NOON = 12
const HALF = /^[ \u00a0\u202f]?([ap])\.?[ \u00a0\u202f]?m\b\.?/i

/** A time with a colon: 19:30, 9:41 a.m. */
export function clockAt(reading: Reading, at: number): Found<Fact> | undefined {
  const token = reading.tokens[at]!
  if (token.is !== 'clock') return undefined
  const [hour, minute, second] = token.text.split(/[:：]/).map(Number) as [number, number, number?]
  const half = halfAfter(reading, at + 1, true) ?? halfBefore(reading, at)
  const time = timeOf(reading, at, Math.max(at + 1, half?.next ?? 0), {
    hour,
    minute,
    half: half?.what,
    isPadded: token.text.startsWith('0'),
  })
  const parts = second === undefined ? [hour, minute] : [hour, minute, second]
  return { what: { ...time.what, parts }, next: time.next }
}

/** "a la una de la tarde" */
export function oneOclockAt(reading: Reading, at: number): Found<Fact> | undefined {
  if (!listedAt(reading, at, 'article') || !listedAt(reading, at + 1, 'filler')) return undefined
  const half = halfAfter(reading, at + 1, false)
  return half && timeOf(reading, at, half.next, { hour: 1, minute: 0, half: half.what, isPadded: false }, true)
}

/** A number that is an hour by what is written to it: 7 p.m., 19 Uhr, 下午7点, 11 h 15. */
export function hourFrom(reading: Reading, read: Quantity): Found<Fact> | undefined {
  const { tokens } = reading
  const bare = hourAndMinute(reading, read)
  if (!bare) return undefined
  const { hour, minute, next, isHour } = bare
  const half = halfAfter(reading, next, isHour) ?? halfBefore(reading, read.from)
  if (!half && !bare.isCertain) return undefined
  const isPadded = tokens[read.from]!.text.startsWith('0')
  return timeOf(
    reading,
    read.from,
    Math.max(next, half?.next ?? 0),
    { hour, minute, half: half?.what, isPadded },
    read.isWords,
  )
}

interface Bare {
  hour: number
  minute: number
  next: number
  /** Whether a word says that these are hours. */
  isHour: boolean
  isCertain: boolean
}

function hourAndMinute(
  reading: Reading,
  { from, values, next, units, parts, scale, isWords, currencies }: Quantity,
): Bare | undefined {
  const { tokens } = reading
  const written = isWords ? String(values[0]) : tokens[from]!.text
  const dotted = /^(\d{1,2})(?:[.,](\d{2}))?$/.exec(written)
  if (!dotted || parts || currencies || scale !== 1) return undefined
  const [hour, minute] = [Number(dotted[1]), Number(dotted[2] ?? 0)]
  if (hour > 24 || minute >= HOUR) return undefined
  const direct = wordAfterDigits(reading, from, isWords, next)
  const oclock = listedAt(reading, direct, 'oclock')
  if (oclock) return { hour, ...minutesFrom(reading, oclock.next, minute), isHour: true, isCertain: true }
  if (units && !units.includes('h')) return { hour, minute, next: direct, isHour: false, isCertain: false }
  const isTight = units && dotted[2] === undefined && next === direct + 1 && !isMinute(reading, next + 1)
  const minutes = isTight ? tightMinutes(tokens, next) : undefined
  if (minutes !== undefined) return { hour, minute: minutes, next: next + 1, isHour: true, isCertain: true }
  return { hour, minute, next, isHour: units !== undefined, isCertain: false }
}

function wordAfterDigits(_: Reading, from: number, isWords: boolean, next: number): number {
  return isWords ? next : from + 1
}

/** @NOTE with a word for the minutes it is a while rather than a time. */
function isMinute(reading: Reading, at: number): boolean {
  return !!meaningAt(reading, at)?.what.some((meaning) => 'unit' in meaning && meaning.unit === 'min')
}

/** "11 h 15" */
function tightMinutes(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at]
  return token?.is === 'number' && /^[0-5]\d$/.test(token.text) && token.start - tokens[at - 1]!.end <= 1
    ? Number(token.text)
    : undefined
}

/** Minutes behind the word for the hour: 7点30分, 8点半. */
function minutesFrom({ tokens }: Reading, next: number, minute: number): { minute: number; next: number } {
  const token = tokens[next]
  if (token?.text === '半') return { minute: 30, next: next + 1 }
  if (token?.is !== 'number' || !/^[0-5]?\d$/.test(token.text) || token.start - tokens[next - 1]!.end > 1)
    return { minute, next }
  return { minute: Number(token.text), next: tokens[next + 1]?.text === '分' ? next + 2 : next + 1 }
}

function halfAfter(reading: Reading, at: number, isHour: boolean): Found<'am' | 'pm'> | undefined {
  const { tokens, text } = reading
  const written = HALF.exec(text.slice(tokens[at - 1]!.end, tokens[at - 1]!.end + 8))
  if (written) {
    const end = tokens[at - 1]!.end + written[0].length
    let next = at
    while (tokens[next] && tokens[next]!.start < end) next++
    return { what: /a/i.test(written[1]!) ? 'am' : 'pm', next }
  }
  const after = tokens[at] && isHyphen(tokens[at]!) ? at + 1 : at
  if (!isHour && listedAt(reading, after, 'after-hours')) return undefined
  return halfAt(reading, pastArticles(reading, after))
}

/** "de la tarde", "du matin", "in the morning" */
function pastArticles(reading: Reading, from: number): number {
  let at = from
  while (
    at < from + 2 &&
    reading.tokens[at]?.is === 'word' &&
    (listedAt(reading, at, 'filler') || /^(?:in|the|at|في)$/.test(reading.tokens[at]!.key))
  )
    at++
  return at
}

/** 上午 stands before its hour. */
function halfBefore(reading: Reading, at: number): Found<'am' | 'pm'> | undefined {
  if (reading.tokens[at - 1]?.is !== 'han') return undefined
  for (const length of [2, 1]) {
    const half = halfAt(reading, at - length)
    if (half?.next === at) return { what: half.what, next: 0 }
  }
  return undefined
}

interface Time {
  hour: number
  minute: number
  half: 'am' | 'pm' | undefined
  isPadded: boolean
}

/** A time of the clock that was read of some tokens. */
export function timeOf(
  { tokens, text }: Reading,
  from: number,
  next: number,
  { hour, minute, half, isPadded }: Time,
  isWords = false,
): Found<Fact> {
  const [start, end] = [tokens[from]!.start, tokens[next - 1]!.end]
  const whole = half === 'pm' && hour < NOON ? hour + NOON : half === 'am' && hour === NOON ? 0 : hour
  const values = minute === 0 ? [hour] : [hour + minute / 100]
  const clock = { minutes: whole * HOUR + minute, isSure: half !== undefined || hour > NOON || hour === 0 || isPadded }
  return {
    what: {
      kind: 'time',
      start,
      end,
      text: text.slice(start, end),
      values,
      place: 1,
      isFirm: !isWords,
      isWords,
      clock,
      parts: minute === 0 ? [hour] : [hour, minute],
    },
    next,
  }
}
