import type { Quantity } from './bare-quantity.ts'
import { aloneAt, type Found, meaningAt, pastFillers, type Reading } from './reading.ts'

/** "and a half" behind a number, in each language that says it in words of its own. */
const AND_HALF =
  /^(?:个半|[\s\u00a0]+(?:and[\s-]a[\s-]half|y[\s]medi[oa]|et[\s]demie?|с[\s]половиной|(?:з|із)[\s]половиною|و[\s]?نصف)(?![\p{L}\p{M}]))/iu
const SCALE_FROM = 1_000

/** How much is added to a number by "and a half" behind it: two and a half million, dos millones y medio. */
export function andHalf(reading: Reading, { end, next, scale }: Quantity): Found<number> | undefined {
  const said = AND_HALF.exec(reading.text.slice(end, end + LONGEST))?.[0]
  if (said === undefined) return undefined
  const after = reading.tokens.findIndex(({ start }, at) => at >= next && start >= end + said.length)
  const behind = after < 0 ? reading.tokens.length : after
  const large = scale >= SCALE_FROM ? scale : scaleOf(reading, next - 1)
  if (large >= SCALE_FROM) return { what: large / 2, next: pastRepeated(reading, behind, large) }
  return isCountedAt(reading, behind) ? { what: 1 / 2, next: behind } : undefined
}

/** Behind what is counted: deux heures et demie, dos horas y media. */
export function withAndHalf(reading: Reading, read: Quantity): Quantity {
  const said = AND_HALF.exec(reading.text.slice(read.end, read.end + LONGEST))?.[0]
  if (said === undefined || read.kind !== 'measure' || !Number.isInteger(read.values[0])) return read
  const end = read.end + said.length
  const after = reading.tokens.findIndex(({ start }) => start >= end)
  return {
    ...read,
    end,
    next: after < 0 ? reading.tokens.length : after,
    text: reading.text.slice(read.start, end),
    values: read.values.map((value) => value + 1 / 2),
    place: 0.1,
  }
}

const LONGEST = 24

/** The word of scale that the last word of a number is, or that it has in itself, such as Arabic "two millions". */
function scaleOf(reading: Reading, at: number): number {
  const value = Math.max(0, ...(aloneAt(reading, at)?.what ?? []).map((said) => said.value))
  return value >= SCALE_FROM ? 10 ** (Math.floor(Math.log10(value) / 3) * 3) : 1
}

function isCountedAt(reading: Reading, at: number): boolean {
  return !!meaningAt(reading, pastFillers(reading, at))?.what.some((meaning) => 'scale' in meaning || 'unit' in meaning)
}

/** @NOTE Arabic says the scale again: "two millions and half the million". */
function pastRepeated(reading: Reading, at: number, large: number): number {
  return scaleOf(reading, at) === large ? at + 1 : at
}
