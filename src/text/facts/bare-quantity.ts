import type { Fact } from './fact.ts'
import { hanNumberAt } from './han-numbers.ts'
import { spelledAt } from './number-words.ts'
import { readNumeral } from './numeral.ts'
import type { Reading } from './reading.ts'

/** A number on its way to be a fact, with what its neighbours may need to know. */
export interface Quantity extends Fact {
  from: number
  next: number
  /** By which word of scale it was multiplied. */
  scale: number
}

const FRACTIONS = new Map(
  [...'¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞'].map((sign, at) => [
    sign,
    [1 / 4, 1 / 2, 3 / 4, 1 / 3, 2 / 3, 1 / 5, 2 / 5, 3 / 5, 4 / 5, 1 / 6, 5 / 6, 1 / 8, 3 / 8, 5 / 8, 7 / 8][at]!,
  ]),
)

/** A number in digits. */
export function digitsAt(reading: Reading, at: number): Quantity | undefined {
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

/** A number in words. */
export function wordsAt(reading: Reading, at: number): Quantity | undefined {
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

/** A number within a longer word, with what it is of there. */
export function compoundAt(reading: Reading, at: number): Quantity | undefined {
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

/** A number that is made of some tokens. */
export function quantity({ tokens, text }: Reading, from: number, next: number, values: number[]): Quantity {
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
