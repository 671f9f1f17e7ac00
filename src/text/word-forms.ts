import { memoized } from '../kit/memoize.ts'
import { segmenting } from '../kit/segmenting.ts'
import { caseFolded, searchFolded } from './fold.ts'
import { scriptOf } from './stems.ts'
import { withoutUnspaced } from './unspaced.ts'

/** What is looked for of a word, and the script by which its languages are told. */
export interface Form {
  text: string
  /** The same with its accents, by which its stem is told. */
  accented: string
  script: string | undefined
}

/** A word between spaces or punctuation, and where it stands. */
export interface Word {
  start: number
  end: number
  /** Mostly one; "9.30" is two. */
  forms: readonly Form[]
}

const LONGEST_TERM = 64
const KEPT_RUNS = 20_000
/** What is longer is an address, a number or a sum of signs more often than a word, and does not come again. */
const LONGEST_KEPT = 24
const cutAtWords = segmenting('und', 'word')

/** The words of a text, but for scripts without spaces. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = []
  let begun = 0
  for (const run of runsIn(text)) {
    for (const { start, end, forms } of wordsOf(run)) words.push({ start: begun + start, end: begun + end, forms })
    begun += run.length + 1
  }
  return words
}

/** The forms of the same words, each as often as it stands there. */
export function formsIn(text: string): Form[] {
  const all: Form[] = []
  for (const run of runsIn(text)) for (const { forms } of wordsOf(run)) all.push(...forms)
  return all
}

/** @NOTE a space parts words whatever stands around it, so each run between spaces is read by itself, and most have been read before. Source: UAX 29. */
function runsIn(text: string): string[] {
  return withoutUnspaced(text).replace(APOSTROPHES, "'").split(' ')
}

/** Those that Unicode counts as letters, and those of Armenian, Hebrew and wide type; each is typed as the one of a keyboard. */
const APOSTROPHES = /[\u02bb-\u02bf\u055a\u05f3\uff07]/g

const known = memoized(KEPT_RUNS, segmented)

function wordsOf(run: string): readonly Word[] {
  return run.length > LONGEST_KEPT ? segmented(run) : known(run)
}

function segmented(run: string): Word[] {
  const words: Word[] = []
  for (const { segment, index, isWordLike } of cutAtWords(run)) {
    if (!isWordLike) continue
    const forms = formsOf(segment)
    if (forms.length > 0) words.push({ start: index, end: index + segment.length, forms })
  }
  return words
}

/** Each part twice: with the accents that stems are told by, and as it is looked for. */
function formsOf(word: string): Form[] {
  const written = caseFolded(word.replace(ELIDED, '').normalize('NFKC').replace(UNWRITTEN, ''))
  return (written.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map(shortened).map((accented) => {
    const text = searchFolded(accented)
    return { text, accented, script: scriptOf(text) }
  })
}

/** The one letter before or after an apostrophe: "l’eau", "ferry’s". */
const ELIDED = /^\p{L}['’](?=\p{L}{2})|(?<=\p{L}{2})['’]\p{L}$/gu

/** Vowel signs of Arabic and its lengthening stroke, points and accents of Hebrew, soft hyphens and their like. */
const UNWRITTEN =
  /[\u0610-\u061a\u0640\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]|\p{Default_Ignorable_Code_Point}/gu

function shortened(form: string): string {
  return form.length > LONGEST_TERM ? Array.from(form).slice(0, LONGEST_TERM).join('') : form
}
