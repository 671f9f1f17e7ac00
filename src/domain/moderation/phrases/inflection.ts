import { memoized } from '../../../kit/memoize.ts'
import { searchFolded } from '../../../text/fold.ts'
import { stemmedIn, stemOf } from '../../../text/stems.ts'

/** Letters with marks that a language counts among its own; another mark on a letter is there to deceive. */
const OWN_LETTERS: Readonly<Record<string, string>> = {
  de: 'äöü',
  en: '',
  es: 'áéíñóúü',
  fr: 'àâçèéêëîïôùûü',
  it: 'àèéìíòóùú',
  nl: 'ëïéèöü',
  pt: 'àáâãçéêíóôõúü',
  sv: 'åäöé',
}

/** The base of a tag: "de" of "de-AT". Empty for every language. */
export function baseOf(language: string | null): string {
  return language?.split('-')[0] ?? ''
}

const ASCII = /^[\0-\x7f]*$/
const KEPT_LETTERS = 10_000
const withoutMarks = memoized(KEPT_LETTERS, (letter: string) => searchFolded(letter))

/** A word without marks that are foreign to the language; of every language, without any. */
export function foldedFor(base: string, word: string): string {
  if (ASCII.test(word)) return word
  const own = base === '' ? '' : OWN_LETTERS[base]
  if (own === undefined) return word.replaceAll('ё', 'е')
  let folded = ''
  for (const letter of word) folded += own.includes(letter) ? letter : withoutMarks(letter)
  return folded
}

/** What the forms of a word share in a language; undefined where none can be told. */
export function stemFor(base: string, word: string, script: string | undefined): string | undefined {
  if (!script || !stemmedIn(script).includes(base)) return
  return foldedFor(base, stemOf(word, script, base))
}
