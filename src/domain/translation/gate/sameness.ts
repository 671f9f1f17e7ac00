import { convert, dimensionOf, type Fact, isRounded, type Unit } from '../../../text/facts/index.ts'

/** How far two facts are from saying the same: 0 the same in digits, undefined not the same. */
export function distance(one: Fact, other: Fact): number | undefined {
  const apart = special(one, other)
  if (apart === undefined) return undefined
  return apart + unlike(one, other) + writing(one, other)
}

/** Within this a fact is said in the same manner. */
const OTHER_READING = 1
const OTHER_KIND = 0.5
const BOTH_WORDS = 2
const ONE_WORDS = 4

function writing(one: Fact, other: Fact): number {
  if (one.isWords !== other.isWords) return ONE_WORDS
  return one.isWords ? BOTH_WORDS : 0
}

function unlike(one: Fact, other: Fact): number {
  return one.kind === other.kind ? 0 : OTHER_KIND
}

function special(one: Fact, other: Fact): number | undefined {
  if (one.kind === 'month' || other.kind === 'month') return one.kind === other.kind ? byValue(one, other) : undefined
  if (one.kind === 'weekday' || other.kind === 'weekday')
    return one.kind === other.kind ? byValue(one, other) : undefined
  if (one.clock || other.clock) return byClock(one, other)
  if (one.kind === 'phone' || other.kind === 'phone') return byGroups(one, other) ?? byValue(one, other)
  if (one.kind === 'decade' || other.kind === 'decade') return byDecade(one, other)
  return disagree(one, other) || isMorePrecise(other, one) ? undefined : byValue(one, other)
}

/** 7.50 claims more than 7.5; of money it is a manner of writing. */
function isMorePrecise(edition: Fact, original: Fact): boolean {
  const isSameReading = isSame(original.values[0]!, edition.values[0]!)
  return (
    isSameReading &&
    edition.place < 1 &&
    edition.place < original.place &&
    original.place <= 1 &&
    !edition.isWords &&
    !original.isWords &&
    edition.kind !== 'money'
  )
}

function byValue(one: Fact, other: Fact): number | undefined {
  for (const [at, value] of one.values.entries())
    for (const [place, candidate] of other.values.entries())
      if (isSame(value, candidate)) return at + place === 0 ? 0 : OTHER_READING
  return undefined
}

export function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.abs(one) * 1e-9
}

const HALF_DAY = 720
const DAY = 1_440
const HOUR = 60

function byClock(one: Fact, other: Fact): number | undefined {
  if (one.clock && other.clock) {
    const apart = Math.abs(one.clock.minutes - other.clock.minutes)
    const bothSure = one.clock.isSure && other.clock.isSure
    if (apart === 0 || apart === DAY) return 0
    return !bothSure && apart === HALF_DAY ? OTHER_READING : undefined
  }
  const [time, number] = one.clock ? [one, other] : [other, one]
  if (number.isCut || number.currencies || number.kind === 'percent') return undefined
  const hours = time.clock!.minutes / HOUR
  const isHour = number.values.some((value) => isSame(value, hours) || (isSame(value % 12, hours % 12) && value <= 24))
  if (isHour && (!number.units || number.units.includes('h'))) return OTHER_READING
  return byValue(time, number) === undefined ? undefined : OTHER_READING
}

/** @NOTE a number to call is written from its last group on where letters run from right to left. */
function byGroups(one: Fact, other: Fact): number | undefined {
  if (!one.parts || !other.parts) return undefined
  const [a, b] = [one.parts, other.parts].map((parts) => parts.toSorted((x, y) => x - y).join())
  return a === b ? 0 : undefined
}

const CENTURY = 100

function byDecade(one: Fact, other: Fact): number | undefined {
  if (disagree(one, other)) return undefined
  const exact = byValue(one, other)
  if (exact !== undefined) return exact
  const [a, b] = [one.values[0]!, other.values[0]!]
  const isShort = a < CENTURY !== b < CENTURY
  return isShort && a % CENTURY === b % CENTURY ? OTHER_READING : undefined
}

/** Whether both say what they are of, and not the same. */
export function disagree(one: Fact, other: Fact): boolean {
  if (one.currencies && other.currencies) return !meet(one.currencies, other.currencies)
  if (isPercent(one) && (other.currencies || isPhysical(other))) return true
  if (isPercent(other) && (one.currencies || isPhysical(one))) return true
  if (!one.units || !other.units || meet(one.units, other.units)) return false
  const [a, b] = [one.units, other.units].map((units) => units.map(dimensionOf))
  if (meet(['duration', 'age'], a!) && meet(['duration', 'age'], b!)) return true
  return meet(a!, b!) && !one.units.includes('degree') && !other.units.includes('degree')
}

function isPercent({ kind }: Fact): boolean {
  return kind === 'percent'
}

function isPhysical({ units }: Fact): boolean {
  return !!units?.some((unit) => ['length', 'mass', 'area', 'volume'].includes(dimensionOf(unit)))
}

function meet<Item>(some: readonly Item[], others: readonly Item[]): boolean {
  return some.some((item) => others.includes(item))
}

export interface Conversion {
  exact: number
  unit: Unit
}

/** The arithmetic by which one fact is the other in another unit, within what the other states; undefined where it is not. */
export function conversion(from: Fact, to: Fact): Conversion | undefined {
  return conversionsOf(from, to).find(({ exact }) => to.values.some((value) => isRounded(exact, value, to.place)))
}

/** What a fact is in the other's unit, right or wrong. */
export function conversionsOf(from: Fact, to: Fact): Conversion[] {
  if (from.currencies && to.currencies) return []
  return (from.units ?? []).flatMap((own) =>
    (to.units ?? []).flatMap((unit) =>
      own === unit && unit !== 'degree'
        ? []
        : from.values.flatMap((value) => convert(value, own, unit).map((exact) => ({ exact, unit }))),
    ),
  )
}
