import { withoutInkless } from '../../../kit/characters.ts'
import { memoized } from '../../../kit/memoize.ts'
import { plainLetters } from '../../../text/plain-letters.ts'
import { skeleton } from '../../../text/skeleton.ts'

/** What leaves no ink takes no room either; all else that leaves none is seen as a space. */
const IGNORED = /^[\p{Default_Ignorable_Code_Point}\p{Cf}]$/u
const MARK = /^\p{M}$/u
const STACKS = /^\p{Mn}$/u
const LATIN = /^[!-~]+$/
const LATIN_LETTER = /\p{Script=Latin}/u
/** As many as the scripts of a publication have together. */
const MOST_LETTERS = 10_000

/** The same for names that are taken for one another: NFKC, case fold, and UTS 39 skeleton; a word with Latin letters is read as Latin where it can be. */
export function nameKey(name: string): string {
  return keyOf(name, (word) => (LATIN_LETTER.test(word) && asLatin(word)) || inAnyCase(word))
}

/** All keys that a name has by its look: words of other letters may be seen as Latin ones, as "ΑΝΝΑ" in Greek letters is. */
export function lookKeys(name: string): string[] {
  return [...new Set([nameKey(name), keyOf(name, (word) => asLatin(word) ?? inAnyCase(word))])]
}

/** The keys that names of the same look may have; who bears one of them need not look the same. */
export function likelyKeys(name: string): string[] {
  const keys = lookKeys(name)
  return [...new Set([...keys, ...keys.map((key) => key.replaceAll('n', 'v').replaceAll('y', 'u'))])]
}

function keyOf(name: string, keyOfWord: (word: string) => string): string {
  const words = inked(name.normalize('NFD')).split(/\s+/)
  return words.map(keyOfWord).join(' ').replace(/\s+/g, ' ').trim()
}

function inked(text: string): string {
  return withoutInkless(text, (inkless) => {
    if (IGNORED.test(inkless)) return ''
    return STACKS.test(inkless) ? inkless : ' '
  })
}

/** @NOTE the capital of Greek "ν" is seen as an N, and "ν" as a v: only as it was typed is a word seen as it is. */
function asLatin(word: string): string | undefined {
  const letters = Array.from(word, latin)
  return letters.includes(undefined) ? undefined : letters.join('')
}

const latin = memoized(MOST_LETTERS, (letter: string): string | undefined => {
  if (MARK.test(letter)) return seen(letter)
  const plain = [letter.normalize('NFKC'), plainLetters(skeleton(letter))].map(caseless)
  const found = plain.find((one) => LATIN.test(one))
  return found && settled(found).replaceAll('i', 'l')
})

function inAnyCase(word: string): string {
  const folded = caseless(word.normalize('NFKC')).normalize('NFKC')
  return Array.from(inked(folded).normalize('NFD'), seen).join('')
}

function caseless(text: string): string {
  return text.toUpperCase().toLowerCase()
}

/** @NOTE the table sets small and capital letters apart: only the capital of "т" is seen as a T, only that of "i" as an l. */
const seen = memoized(MOST_LETTERS, (letter: string): string => {
  const small = settled(letter)
  const capital = settled(letter.toUpperCase())
  const chosen = LATIN.test(small) || !LATIN.test(capital) ? small : capital
  return chosen.replaceAll('i', 'l')
})

function settled(letter: string): string {
  return skeleton(plainLetters(skeleton(plainLetters(letter))).toLowerCase())
}
