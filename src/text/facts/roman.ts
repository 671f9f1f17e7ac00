import type { Fact } from './fact.ts'
import type { Reading } from './reading.ts'

const VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }
/** Cyrillic letters of the same look stand in for the Latin ones. */
const LOOK_ALIKE: Readonly<Record<string, string>> = { Х: 'X', І: 'I', С: 'C' }
const ROMAN = /^(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/

/** The value of a Roman numeral below a hundred; undefined where a word is none. */
export function romanValue(word: string): number | undefined {
  const latin = word.replace(/[ХІС]/g, (letter) => LOOK_ALIKE[letter]!)
  if (latin === '' || !ROMAN.test(latin)) return undefined
  const values = [...latin].map((letter) => VALUES[letter]!)
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0)
}

/** A century or the number of a king: it stands for a number in digits and is not asked for itself. */
export function romanAt({ tokens }: Reading, at: number): { found: Fact[]; next: number } | undefined {
  const { is, text, start, end } = tokens[at]!
  const [, letters = ''] = is === 'word' ? (/^([IVXLCХІС]{1,7})(?:e|er|ème|º|-?й|-?го)?$/u.exec(text) ?? []) : []
  const value = letters.length === 1 && !/[VXХ]/.test(letters) ? undefined : romanValue(letters)
  if (value === undefined) return undefined
  return {
    found: [{ kind: 'ordinal', start, end, text, values: [value], place: 1, isFirm: false, isWords: true }],
    next: at + 1,
  }
}
