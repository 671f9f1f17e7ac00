import { clockAt, hourFrom, oneOclockAt } from './clock.ts'
import { dateAt, monthOfHan } from './dates.ts'
import { asciiDigits } from './digits.ts'
import type { Fact } from './fact.ts'
import { halfHourAt } from './half-hours.ts'
import { lexiconOf } from './lexicons.ts'
import { type Literal, withoutLiterals } from './literals.ts'
import { loneUnitsIn } from './lone-units.ts'
import { withNeighbours } from './neighbours.ts'
import { phoneAt } from './phone.ts'
import { namedAt, oneAt, type Quantity, quantityAt } from './quantity.ts'
import { listedAt, meaningAt, type Reading } from './reading.ts'
import { romanAt } from './roman.ts'
import { tokensOf } from './tokens.ts'
import type { Unit } from './units.ts'

/** The facts that a text of this language states, in their order; what stands in links, handles and code is none. */
export function factsIn(text: string, language: string, literals: readonly Literal[] = []): Fact[] {
  return statedIn(text, language, literals).facts
}

export interface Statement {
  facts: Fact[]
  /** Units without a number, of which one may have gone. */
  loneUnits: Unit[]
}

/** The same, with what stands where a number is to be expected. */
export function statedIn(text: string, language: string, literals: readonly Literal[] = []): Statement {
  const plain = asciiDigits(withoutLiterals(text, literals))
  const reading: Reading = { text: plain, tokens: tokensOf(plain), lexicon: lexiconOf(language) }
  const read: (Fact | Quantity)[] = []
  for (let at = 0; at < reading.tokens.length; ) {
    const { found, next } = readAt(reading, at)
    read.push(...found)
    at = next
  }
  const facts = withNeighbours(reading, read).map((fact) => ({ ...fact, text: text.slice(fact.start, fact.end) }))
  return { facts, loneUnits: loneUnitsIn(reading, facts) }
}

function readAt(reading: Reading, at: number): { found: (Fact | Quantity)[]; next: number } {
  const { is } = reading.tokens[at]!
  if (is === 'sign' && !/[¼-¾⅐-⅞]/.test(reading.tokens[at]!.text)) return { found: [], next: at + 1 }
  const whole = dateAt(reading, at) ?? phoneAt(reading, at)
  if (whole) return { found: whole.what, next: whole.next }
  const one =
    clockAt(reading, at) ??
    halfHourAt(reading, at) ??
    oneOclockAt(reading, at) ??
    monthOfHan(reading, at) ??
    dayAt(reading, at) ??
    noonAt(reading, at)
  if (one) return { found: [one.what], next: one.next }
  const percent = meaningAt(reading, at)
  if (percent?.what.some((meaning) => 'percent' in meaning)) return { found: [], next: percent.next }
  const quantity = quantityAt(reading, at) ?? oneAt(reading, at)
  if (!quantity) return romanAt(reading, at) ?? { found: [], next: at + 1 }
  const hour = hourFrom(reading, quantity)
  return hour ? { found: [hour.what], next: hour.next } : { found: [quantity], next: quantity.next }
}

/** A month or a weekday in words. */
function dayAt(reading: Reading, at: number) {
  const { tokens, text } = reading
  const named = namedAt(reading, at)
  if (!named || (named.kind === 'month' && !isMonth(reading, at))) return undefined
  const { start } = tokens[at]!
  const { end } = tokens[named.next - 1]!
  const isFirm = named.kind === 'month'
  const what: Fact = {
    kind: named.kind,
    start,
    end,
    text: text.slice(start, end),
    values: [named.value],
    place: 1,
    isFirm,
    isWords: true,
  }
  return { what, next: named.next }
}

/** @NOTE "sept" is seven in French. */
const SHORT_MONTH =
  /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|ene|abr|ago|dic|janv|fevr|avr|juil|okt|dez|янв|февр?|апр|авг|сент?|окт|нояб|дек|.{0,3}اب)$/

/** @NOTE "may" and "march" are words of other trades, and May is a name. */
function isMonth(reading: Reading, at: number): boolean {
  const { tokens, text } = reading
  const { key, start, end } = tokens[at]!
  if (SHORT_MONTH.test(key))
    return isDated(reading, at, at + 1) || (text[end] === '.' && /^\p{Lu}/u.test(text.slice(start)))
  if (key !== 'may' && key !== 'march') return true
  return (
    /^\p{Lu}/u.test(text.slice(start)) &&
    (/\d[ \u00a0]?$|\b(?:in|since|until|by|of|last|next|early|late|mid|this) $/i.test(text.slice(0, start)) ||
      /^\.? \d/.test(text.slice(end)))
  )
}

function isDated({ tokens }: Reading, at: number, next: number): boolean {
  const isNumber = (near: number) => tokens[near]?.is === 'number'
  return isNumber(at - 1) || isNumber(next) || isNumber(at - 2) || (tokens[next]?.text === '.' && isNumber(next + 1))
}

function noonAt(reading: Reading, at: number) {
  const { tokens, text } = reading
  const noon = listedAt(reading, at, 'noon')
  const found = noon ?? listedAt(reading, at, 'midnight')
  if (!found) return undefined
  const { start } = tokens[at]!
  const { end } = tokens[found.next - 1]!
  const what: Fact = {
    kind: 'time',
    start,
    end,
    text: text.slice(start, end),
    values: [Number.NaN],
    place: 1,
    isFirm: false,
    isWords: true,
    clock: { minutes: noon ? 720 : 0, isSure: true },
    parts: [],
  }
  return { what, next: found.next }
}
