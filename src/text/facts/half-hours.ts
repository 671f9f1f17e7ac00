import { timeOf } from './clock.ts'
import type { Fact } from './fact.ts'
import { spelledAt } from './number-words.ts'
import { type Found, halfAt, type Reading } from './reading.ts'

interface Way {
  /** The words before the hour. */
  before: readonly RegExp[]
  /** The words behind it. */
  behind?: readonly RegExp[]
  /** Whether it is half of the hour before: "halb drei" is 2:30. */
  isBefore: boolean
  isOrdinal?: boolean
}

/** How languages say half an hour of a clock in words. */
const WAYS: readonly Way[] = [
  { before: [/^half$/, /^past$/], isBefore: false },
  { before: [/^halb$/], isBefore: true },
  { before: [/^половин[аеу]$/], isBefore: true, isOrdinal: true },
  { before: [/^пів$/, /^на$/], isBefore: true, isOrdinal: true },
  { before: [/^las?$/], behind: [/^y$/, /^media$/], isBefore: false },
  { before: [/^a$/], behind: [/^heures?$/, /^et$/, /^demie$/], isBefore: false },
]

/** What can be the first or second of many, half of which is no time: в половине второго тайма. */
const COUNTED =
  /^(?:тайм|таим|век|год|рок|сет|матч|срок|период|десятил|квартал|месяц|місяц|том|раунд|этап|полугод|сезон)/
const LAST_HOUR = 12
const HALF_HOUR = 30

/** Half past an hour, in the words for it: half past two, halb drei, в половине третьего, las dos y media. */
export function halfHourAt(reading: Reading, at: number): Found<Fact> | undefined {
  for (const { before, behind = [], isBefore, isOrdinal } of WAYS) {
    if (!areSaid(reading, at, before)) continue
    const hour = hourAt(reading, at + before.length)
    if (!hour || !areSaid(reading, hour.next, behind)) continue
    if (isOrdinal && (!hour.what.isOrdinal || COUNTED.test(reading.tokens[hour.next]?.key ?? ''))) continue
    const next = hour.next + behind.length
    const half = halfAt(reading, next)
    const whole = isBefore ? (hour.what.value + LAST_HOUR - 1) % LAST_HOUR || LAST_HOUR : hour.what.value
    const time = { hour: whole, minute: HALF_HOUR, half: half?.what, isPadded: false }
    return timeOf(reading, at, half?.next ?? next, time, true)
  }
  return undefined
}

function areSaid({ tokens }: Reading, at: number, words: readonly RegExp[]): boolean {
  return words.every((word, n) => tokens[at + n]?.is === 'word' && word.test(tokens[at + n]!.key))
}

function hourAt(reading: Reading, at: number): Found<{ value: number; isOrdinal: boolean }> | undefined {
  const token = reading.tokens[at]
  const digits = token?.is === 'number' && /^\d{1,2}$/.test(token.text)
  const found = digits
    ? { what: { value: Number(token.text), isOrdinal: false }, next: at + 1 }
    : spelledAt(reading, at)
  return found && found.what.value >= 1 && found.what.value <= LAST_HOUR && Number.isInteger(found.what.value)
    ? found
    : undefined
}
