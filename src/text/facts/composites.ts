import { isNext, type Quantity } from './quantity.ts'
import { listedAt, type Reading } from './reading.ts'
import { convert, type Unit } from './units.ts'

/** What is said in two units, the larger first: 6-foot-6, 5'5", 1 m 82 cm, 2 hours 30 minutes. */
export function composite(reading: Reading, large: Quantity, small: Quantity): Quantity | undefined {
  const unit = isPrime(reading, large) ? 'ft' : large.units?.[0]
  if (unit === undefined || large.currencies || small.currencies) return undefined
  const [whole, rest] = [large.values[0]!, small.values[0]!]
  const size = sizeOf(small.units, unit) ?? (isUnmarkedInch(reading, large, small, unit) ? 1 / 12 : undefined)
  if (
    size === undefined ||
    size >= 1 ||
    rest * size >= 1 ||
    !Number.isInteger(whole) ||
    !areTogether(reading, large, small)
  )
    return undefined
  return {
    ...large,
    kind: 'measure',
    units: [unit],
    end: small.end,
    next: small.next,
    text: reading.text.slice(large.start, small.end),
    values: [whole + rest * size],
    parts: [whole, rest],
    place: size,
    isFirm: large.isFirm || small.isFirm,
  }
}

/** How much of the larger unit one of the smaller is. */
function sizeOf(units: readonly Unit[] | undefined, large: Unit): number | undefined {
  return units?.flatMap((small) => (small === large ? [] : convert(1, small, large))).at(0)
}

function isUnmarkedInch(reading: Reading, { next }: Quantity, small: Quantity, unit: Unit): boolean {
  if (unit !== 'ft' || small.units !== undefined || small.kind === 'percent') return false
  return isNext(reading, next, small.from) || isQuoted(reading, next)
}

function areTogether(reading: Reading, { next }: Quantity, { from, units }: Quantity): boolean {
  if (isNext(reading, next, from) || (from === next + 1 && isQuoted(reading, next))) return true
  return from === next + 1 && units !== undefined && !!listedAt(reading, next, 'range')
}

function isPrime(reading: Reading, { next, end }: Quantity): boolean {
  return isQuoted(reading, next) && reading.tokens[next]!.start === end
}

function isQuoted({ tokens }: Reading, at: number): boolean {
  return /^['’′]$/.test(tokens[at]?.text ?? '')
}
