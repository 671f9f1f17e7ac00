import { withoutPrefixes } from './arabic-prefixes.ts'
import type { Fact } from './fact.ts'
import { hanNumberAt } from './han-numbers.ts'
import { spelledAt } from './number-words.ts'
import { readNumeral } from './numeral.ts'
import { aloneAt, isHyphen, listedAt, meaningAt, pastFillers, pastHyphen, type Reading } from './reading.ts'
import { dimensionOf, squared, type Unit } from './units.ts'

/** A number on its way to be a fact, with what its neighbours may need to know. */
export interface Quantity extends Fact {
  from: number
  next: number
  /** By which word of scale it was multiplied. */
  scale: number
}

/** A number and all that is written to it: its scale, what it is of, and its currency. */
export function quantityAt(reading: Reading, at: number): Quantity | undefined {
  const percent = percentOfHan(reading, at)
  if (percent) return percent
  const bare = digitsAt(reading, at) ?? wordsAt(reading, at) ?? compoundAt(reading, at)
  return bare && measured(reading, withScale(reading, bare))
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

const FRACTIONS = new Map(
  [...'¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞'].map((sign, at) => [
    sign,
    [1 / 4, 1 / 2, 3 / 4, 1 / 3, 2 / 3, 1 / 5, 2 / 5, 3 / 5, 4 / 5, 1 / 6, 5 / 6, 1 / 8, 3 / 8, 5 / 8, 7 / 8][at]!,
  ]),
)

function digitsAt(reading: Reading, at: number): Quantity | undefined {
  const { tokens, lexicon } = reading
  const token = tokens[at]!
  if (token.is === 'sign' && FRACTIONS.has(token.text))
    return quantity(reading, at, at + 1, [FRACTIONS.get(token.text)!])
  if (token.is !== 'number') return undefined
  const { values, place, parts } = readNumeral(token.text, lexicon.separators)
  const half = FRACTIONS.get(tokens[at + 1]?.text ?? '') ?? 0
  const years = isLabel(reading, at) ? [2_000 + Number(token.text)] : []
  const read = quantity(reading, at, half > 0 ? at + 2 : at + 1, [...values.map((value) => value + half), ...years])
  return {
    ...read,
    place: half > 0 ? 0.01 : place,
    isFirm: true,
    isWords: false,
    ...(parts && { parts }),
    ...(isNegative(reading, at) && { isNegative: true }),
    ...(isCut(reading, at) && { isCut: true }),
  }
}

function wordsAt(reading: Reading, at: number): Quantity | undefined {
  const han = hanNumberAt(reading, at)
  if (han) return quantity(reading, at, han.next, [han.what])
  const spelled = spelledAt(reading, at)
  if (!spelled) return undefined
  const { value, isOrdinal, isBare } = spelled.what
  const read = quantity(reading, at, spelled.next, [value])
  return { ...read, kind: isOrdinal ? 'ordinal' : 'number', isFirm: !isBare && !isOrdinal && value > FEW }
}

/** Numbers in words up to this one come and go with the manner of a language. */
const FEW = 12

function compoundAt(reading: Reading, at: number): Quantity | undefined {
  const { tokens, lexicon } = reading
  const token = tokens[at]!
  if (token.is !== 'word') return undefined
  const found = lexicon.compound(token.key)
  if (!found) return undefined
  const read = quantity(reading, at, at + 1, [found.value])
  return {
    ...read,
    ...(found.isPercent && { kind: 'percent' as const }),
    ...(found.unit && { kind: 'measure' as const, units: [found.unit] }),
  }
}

function quantity({ tokens, text }: Reading, from: number, next: number, values: number[]): Quantity {
  const [start, end] = [tokens[from]!.start, tokens[next - 1]!.end]
  return {
    kind: 'number',
    start,
    end,
    text: text.slice(start, end),
    values,
    place: 1,
    isFirm: false,
    isWords: true,
    from,
    next,
    scale: 1,
  }
}

/** @NOTE "SS19" is of 2019. */
function isLabel({ tokens, text }: Reading, at: number): boolean {
  const { text: written, start } = tokens[at]!
  return /^[0-4]\d$/.test(written) && /[A-Z]{2}$/.test(text.slice(0, start))
}

function isCut({ tokens, text }: Reading, at: number): boolean {
  const { start, end } = tokens[at]!
  return text[end] === ':' || text[start - 1] === ':'
}

/** @NOTE "al menos" and "au moins" are at least. */
const NO_MINUS = /(?:^|')(?:al|lo|au|du|le|por)$/

/** Below zero only where the sign cannot be a dash. */
function isNegative({ tokens, text, lexicon }: Reading, at: number): boolean {
  const [before, { start }] = [tokens[at - 1], tokens[at]!]
  if (before?.is === 'word' && lexicon.is('minus', before.key)) return !NO_MINUS.test(tokens[at - 2]?.key ?? '')
  return (
    /[-\u2212]/.test(text[start - 1] ?? '') &&
    /^(?:|[\s(])$/.test(text[start - 2] ?? '') &&
    /\S/.test(text.slice(0, start - 1)) === start > 1
  )
}

function withScale(reading: Reading, read: Quantity): Quantity {
  let quantity = read
  for (;;) {
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
function rounded(value: number): number {
  return Number(value.toPrecision(12))
}

function measured(reading: Reading, read: Quantity): Quantity {
  if (isOfCentury(reading, read))
    return { ...read, kind: 'measure', units: ['century'], isFirm: read.isFirm && !read.isWords }
  const money = currencyBefore(reading, read.from)
  if (money) return priced(reading, read, money.currencies)
  const at = pastFillers(reading, read.next)
  if (listedAt(reading, at, 'points')) return { ...read, isPoints: true }
  const found = listedAt(reading, at, 'decade') ? undefined : meaningAt(reading, at)
  if (!found || found.what.every((meaning) => 'scale' in meaning)) return read
  const units = found.what.flatMap((meaning) => ('unit' in meaning ? [meaning.unit] : []))
  const currencies = found.what.flatMap((meaning) => ('currency' in meaning ? [meaning.currency] : []))
  const percent = found.what.find((meaning) => 'percent' in meaning)?.percent
  const end = reading.tokens[found.next - 1]!.end
  const read2 = { ...read, next: found.next, end, text: reading.text.slice(read.start, end) }
  if (percent !== undefined)
    return { ...read2, kind: 'percent', values: read.values.map((value) => rounded(value * percent)) }
  if (currencies.length > 0) return { ...read2, kind: 'money', currencies, ...(units.length > 0 && { units }) }
  return units.length > 0 ? { ...read2, kind: 'measure', units: precise(reading, read, found.next, units) } : read2
}

/** "siglo XX", "القرن العشرين" */
function isOfCentury(reading: Reading, { from, kind }: Quantity): boolean {
  return kind !== 'percent' && !!centuryAt(reading, from - 1)
}

function centuryAt({ tokens, lexicon }: Reading, at: number): boolean {
  const token = tokens[at]
  return (
    token?.is === 'word' &&
    withoutPrefixes(token.key).some((key) =>
      lexicon.after(key).some((meaning) => 'unit' in meaning && meaning.unit === 'century'),
    )
  )
}

/** "$5" and "US$5 dollars" */
function priced(reading: Reading, read: Quantity, currencies: string[]): Quantity {
  const start = reading.tokens[read.from - 1]!.start
  return { ...read, kind: 'money', currencies, start, text: reading.text.slice(start, read.end) }
}

function currencyBefore(reading: Reading, at: number) {
  const sign = meaningAt(reading, at - 1)
  const currencies =
    sign?.next === at ? sign.what.flatMap((meaning) => ('currency' in meaning ? [meaning.currency] : [])) : []
  return currencies.length > 0 ? { currencies } : undefined
}

/** Areas, and degrees of which it is said which. */
function precise(reading: Reading, { from, next }: Quantity, after: number, units: Unit[]): Unit[] {
  const { tokens, text } = reading
  const isSquare =
    text[tokens[after - 1]!.end] === '²' ||
    !!listedAt(reading, after, 'square') ||
    squareBetween(reading, next, after) ||
    !!listedAt(reading, from - 1, 'square')
  if (isSquare) return units.map(squared)
  if (!units.includes('degree')) return units
  const letter = tokens[after]?.text
  if (letter === 'C' || letter === 'С') return ['C']
  if (letter === 'F') return ['F']
  const named = meaningAt(reading, pastHyphen(reading, after))?.what.flatMap((meaning) =>
    'unit' in meaning && (meaning.unit === 'C' || meaning.unit === 'F') ? [meaning.unit] : [],
  )
  return named?.length ? named : units
}

function squareBetween(reading: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (listedAt(reading, at, 'square')) return true
  return false
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
  return { ...quantity(reading, at, found!.next, [half ? 0.5 : 1]), kind: 'measure', units, place: half ? 0.1 : 1 }
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
