import { lazy } from '../../../kit/lazy.ts'
import { memoized } from '../../../kit/memoize.ts'
import { skeleton } from '../../../text/skeleton.ts'

const MOST_LETTERS = 10_000
const LATIN = /^[a-z]$/
export const IS_LATIN = /\p{Script=Latin}/u
const MARKS = /\p{M}+/gu

/** The letter of the English alphabet that another is taken for, small or capital; undefined where there is none. Letters with accents stay. */
const latinLetter = memoized(MOST_LETTERS, (letter: string): string | undefined => {
  if (LATIN.test(letter) || (IS_LATIN.test(letter) && letter.normalize('NFD') !== letter)) return letter
  for (const form of [letter, letter.toUpperCase()]) {
    const seen = skeleton(form).replace(MARKS, '').toLowerCase()
    if (LATIN.test(seen)) return seen
    if (seen === 'rn') return 'm'
  }
  return undefined
})

/** @NOTE the table of look-alikes is large, and read when it is first asked. */
const cyrillicLetters = lazy(() => {
  const letters = new Map<string, string>(Object.entries({ '0': 'о', '3': 'з', '4': 'ч', '6': 'б' }))
  for (const letter of 'авекмнорстухбгі') {
    const latin = latinLetter(letter)
    if (latin && !letters.has(latin)) letters.set(latin, letter)
  }
  return letters
})

/** A word in the English letters that it is taken for; undefined where one of its letters is taken for none. */
export function asLatin(word: string): string | undefined {
  return mapped(word, latinLetter)
}

/** A word in the Russian letters that it is taken for. */
export function asCyrillic(word: string): string | undefined {
  return mapped(word, (letter) => (IS_CYRILLIC.test(letter) ? letter : cyrillicLetters().get(letter)))
}

export const IS_CYRILLIC = /\p{Script=Cyrillic}/u

function mapped(word: string, to: (letter: string) => string | undefined): string | undefined {
  let all = ''
  for (const letter of word) {
    const other = to(letter)
    if (other === undefined) return
    all += other
  }
  return all
}
