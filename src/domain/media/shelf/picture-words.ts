import { isInkless } from '../../../kit/characters.ts'
import type { Language } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { caseFolded, folded, searchFolded } from '../../../text/fold.ts'

/** What is said of a picture in one language. */
export interface PictureWords {
  language: Language
  /** What is to be seen, for those who do not see it. */
  alt: string
  caption: string
}

const LONGEST_ALT = 1_000
const LONGEST_CAPTION = 1_000
const LONGEST_CREDIT = 200

/** The same as it is kept; throws Trouble where a picture would be without text for those who do not see it, or a text is too long. */
export function pictureWords({ language, alt, caption }: PictureWords): PictureWords {
  const words = { language, alt: folded(alt), caption: folded(caption) }
  if (isInkless(words.alt)) throw new Trouble('invalid', 'alt.missing')
  if (words.alt.length > LONGEST_ALT) throw new Trouble('invalid', 'alt.too-long', { limit: LONGEST_ALT })
  if (words.caption.length > LONGEST_CAPTION)
    throw new Trouble('invalid', 'caption.too-long', { limit: LONGEST_CAPTION })
  return words
}

/** A credit as it is kept; throws Trouble where it is too long. */
export function creditFrom(text: string): string {
  const credit = folded(text)
  if (credit.length > LONGEST_CREDIT) throw new Trouble('invalid', 'credit.too-long', { limit: LONGEST_CREDIT })
  return credit
}

/** In what somebody looks for words. */
export function soughtIn(...texts: readonly string[]): string {
  return searchFolded(caseFolded(folded(texts.join(' '))))
}
