import { caseFolded } from '../../../text/fold.ts'
import { plainLetters } from '../../../text/plain-letters.ts'

/** What leaves no ink, and the stroke that lengthens Arabic words. */
const INKLESS = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800\u0640]+/gu
/** Marks that no letter took in, and the vowel signs of scripts that are written without. */
const MARKS =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{N}])\p{M}+/gu
/** Those that are put around letters of scripts whose own marks stand within them. */
const AROUND = /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])(?![\u3099\u309a])\p{M}+/gu
const FLAGS = /[🇦-🇿]+/gu
const PLAIN = /^[\0-\x7f]*$/

/** A text in letters of one case and form, without what leaves no ink and without marks that belong to no letter. */
export function cleaned(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  const inked = plainLetters(text.replace(FLAGS, ' $& ').replace(INKLESS, ''))
  return caseFolded(inked.normalize('NFKC').replace(MARKS, '').replace(AROUND, '')).normalize('NFC')
}

const WORDS = /[\p{L}\p{N}\p{M}]+/gu

/** The words of a cleaned text; what stands on either side of an apostrophe is one each. */
export function wordsOf(clean: string): string[] {
  return clean.match(WORDS) ?? []
}
