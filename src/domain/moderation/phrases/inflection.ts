import { memoized } from '../../../kit/memoize.ts'
import { searchFolded } from '../../../text/fold.ts'
import { stemmedIn, stemOf } from '../../../text/stems.ts'
import { arabicStems, foldedArabic } from './arabic.ts'
import { ukrainianStems, withoutFleeting } from './ukrainian.ts'

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

const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ĳ: 'ij' }

/** A word without marks that are foreign to the language; of every language, without any. */
export function foldedFor(base: string, word: string): string {
  if (ASCII.test(word)) return word
  const own = base === '' ? '' : OWN_LETTERS[base]
  if (own === undefined) return foldedArabic(word.replaceAll('ё', 'е'))
  let folded = ''
  for (const letter of word) folded += LIGATURES[letter] ?? (own.includes(letter) ? letter : withoutMarks(letter))
  return foldedArabic(folded)
}

/** What the forms of a word share in a language, by each way in which that can be told; empty where there is none. */
export function stemsFor(base: string, word: string, script: string | undefined): string[] {
  if (base === 'uk') return script === 'Cyrl' ? ukrainianStems(foldedFor(base, word)) : []
  if (!script || !stemmedIn(script).includes(base)) return []
  const stem = foldedFor(base, stemOf(word, script, base))
  if (base === 'ar') return [stem, ...arabicStems(foldedFor(base, word))]
  const umlauted = base === 'de' ? word.replace(DIGRAPH, (digraph) => UMLAUTS[digraph]!) : word
  return umlauted === word ? [stem] : [stem, foldedFor(base, stemOf(umlauted, script, base))]
}

/** The same of a word that is looked for: it is found, too, by those who leave its marks out, and without a vowel that its endings drive out. */
export function stemsSought(base: string, word: string, script: string | undefined): string[] {
  const stems = stemsFor(base, word, script)
  const shorter = script === 'Cyrl' ? withoutFleeting(foldedFor(base, word)) : undefined
  return [...stems, ...(shorter ? stemsFor(base, shorter, script) : []), ...stems.flatMap(unmarked)]
}

/** @NOTE "año" and "ano" are two words; of longer ones hardly any is another without its marks. */
export function unmarked(word: string): string[] {
  const bare = ASCII.test(word) || word.length < FEWEST_UNMARKED ? word : searchFolded(word)
  return bare === word ? [] : [bare]
}

const FEWEST_UNMARKED = 5
/** How umlauts are typed where there are none on the keyboard. */
const DIGRAPH = /(?<![aeiouyäöüq])(?:ae|oe|ue)/g
const UMLAUTS: Readonly<Record<string, string>> = { ae: 'ä', oe: 'ö', ue: 'ü' }
