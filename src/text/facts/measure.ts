import { withoutPrefixes } from './arabic-prefixes.ts'
import type { Quantity } from './bare-quantity.ts'
import { listedAt, meaningAt, pastFillers, pastHyphen, type Reading } from './reading.ts'
import { rounded } from './scale.ts'
import { squared, type Unit } from './units.ts'

/** A number with what it is of: a unit, a currency on either side, a percent sign, a century. */
export function measured(reading: Reading, read: Quantity): Quantity {
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
