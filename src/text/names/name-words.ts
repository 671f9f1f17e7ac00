import { memoized } from '../../kit/memoize.ts'
import { caseFolded } from '../fold.ts'

/** A word of a text as names are looked for in it. */
export interface NameWord {
  start: number
  end: number
  /** By which it is compared: of one case and form, without apostrophes. */
  key: string
  /** Whether it begins with a capital letter. */
  isCapital: boolean
  /** Whether its second letter is one, too. */
  isUpper: boolean
}

const APOSTROPHES = "'’‘ʼʻʹʾʿˈ´`′"
const EACH_APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, 'g')
const LETTER = String.raw`[[\p{L}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]`
const FURTHER = String.raw`[[\p{L}\p{M}\p{N}\u200c\u200d\u0640]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]`
const WORDS = new RegExp(`${LETTER}${FURTHER}*(?:[${APOSTROPHES}]${LETTER}${FURTHER}*)*`, 'gv')
const ELIDED = new RegExp(
  `^(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu|dell|all|nell|sull|dall|un|quell)[${APOSTROPHES}]`,
  'iu',
)
const ELIDING = new Set(['fr', 'it', 'ca'])
const POSSESSIVE = new RegExp(`[${APOSTROPHES}]s$`, 'iu')
const POSSESSING = new Set(['en', 'de', 'nl'])
const CAPITAL = /^[\p{Lu}\p{Lt}]/u
const TWO_CAPITALS = /^[\p{Lu}\p{Lt}][\p{M}\p{N}]*\p{Lu}/u

const KEPT_WORDS = 20_000

/** A word by itself. */
const known = memoized(
  KEPT_WORDS,
  (word: string): Omit<NameWord, 'start' | 'end'> => ({
    key: nameKey(word),
    isCapital: CAPITAL.test(word),
    isUpper: TWO_CAPITALS.test(word),
  }),
)

/** The words of a text in their order, but for scripts without spaces: what is elided before a name and the s behind it stand apart. */
export function nameWords(text: string, base: string): NameWord[] {
  const words: NameWord[] = []
  const [isEliding, isPossessing] = [ELIDING.has(base), POSSESSING.has(base)]
  for (const { 0: found, index } of text.matchAll(WORDS)) {
    const elided = isEliding ? (ELIDED.exec(found)?.[0].length ?? 0) : 0
    const possessive = isPossessing ? (POSSESSIVE.exec(found)?.[0].length ?? 0) : 0
    const word = found.slice(elided, found.length - possessive)
    words.push({ start: index + elided, end: index + elided + word.length, ...known(word) })
  }
  return words
}

const ARABIC_MARKS = /[\u0640\u064b-\u065f\u0670\u200c\u200d]/g
const ARABIC = /[\u0600-\u06ff]/

/** A word in letters of one case and form: without apostrophes, "е" for "ё", and Arabic letters without what is left out as one likes. */
export function nameKey(word: string): string {
  const plain = caseFolded(word.normalize('NFC')).replace(EACH_APOSTROPHE, '').replaceAll('ё', 'е')
  return ARABIC.test(plain) ? arabicKey(plain) : plain
}

function arabicKey(word: string): string {
  return word
    .replace(ARABIC_MARKS, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ىئی]/g, 'ي')
    .replaceAll('ؤ', 'و')
    .replaceAll('ة', 'ه')
    .replaceAll('ک', 'ك')
}

/** The base of a tag: "de" of "de-AT". */
export function baseOf(language: string): string {
  return language.split('-')[0]!
}
