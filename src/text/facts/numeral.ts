export interface Separators {
  group: string
  decimal: string
}

export interface Numeral {
  values: number[]
  place: number
  parts?: number[]
}

/** White space that parts thousands. */
const SPACES = /[\s\u00a0\u2009\u202f]/
/** As in India, two by two above the thousands: 12,34,567. */
const GROUPED_BY_TWO = /^\d{1,2}(?:,\d{2})+,\d{3}$/
const GROUPED = /^\d{1,3}(?:\D\d{3})+$/

/** What a number in digits may mean where these separators are usual; those of another language are told by their shape. */
export function readNumeral(written: string, { group, decimal }: Separators): Numeral {
  const spaced = SPACES.test(written)
  const plain = written.replace(/[\s\u00a0\u2009\u202f'’٬،]/g, '').replaceAll('٫', '~')
  const signs = [...plain.replace(/\d/g, '')]
  if (signs.length === 0) return { ...whole(plain), ...(spaced && { parts: written.split(SPACES).map(Number) }) }
  const last = signs.at(-1)!
  if (signs.length === 1) return single(plain, last, group, decimal)
  const [before, after] = [plain.slice(0, plain.lastIndexOf(last)), plain.slice(plain.lastIndexOf(last) + 1)]
  if (signs.slice(0, -1).every((sign) => sign !== last) && GROUPED.test(before)) return fraction(bare(before), after)
  if (GROUPED_BY_TWO.test(before) && last === '.') return fraction(bare(before), after)
  if (GROUPED_BY_TWO.test(plain)) return whole(bare(plain))
  if (signs.every((sign) => sign === last) && GROUPED.test(plain)) return whole(bare(plain))
  return { values: [Number.NaN], place: 1, parts: plain.split(/\D/).map(Number) }
}

function single(plain: string, sign: string, group: string, decimal: string): Numeral {
  const [before, after] = plain.split(sign) as [string, string]
  const perhapsGrouped = after.length === 3 && before.length <= 3 && !before.startsWith('0')
  if (sign === '~' || !perhapsGrouped) return fraction(before, after)
  if (sign === group) return whole(before + after)
  const read = fraction(before, after)
  return sign === decimal ? { ...read, values: [...read.values, Number(before + after)] } : whole(before + after)
}

function whole(digits: string): Numeral {
  return { values: [Number(digits)], place: 1 }
}

function fraction(before: string, after: string): Numeral {
  return { values: [Number(`${before}.${after}`)], place: 10 ** -after.length }
}

function bare(digits: string): string {
  return digits.replace(/\D/g, '')
}
