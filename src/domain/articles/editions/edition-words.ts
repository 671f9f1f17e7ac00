import { Trouble } from '../../../kit/trouble.ts'
import { keepable, refuseLonger } from '../../../text/words.ts'
import type { EditionWords } from './edition.ts'

/** The most characters of each part. */
export const LONGEST: Readonly<Record<keyof EditionWords, number>> = {
  title: 300,
  standfirst: 1_000,
  pictureAlt: 1_000,
  pictureCaption: 1_000,
  words: 400_000,
}

/** What was typed into an edition as it is kept, finished or not: all but the body in one line each. Throws Trouble where it cannot be kept. */
export function editionWordsFrom(typed: EditionWords): EditionWords {
  return {
    title: lineFrom(typed.title, 'title'),
    standfirst: lineFrom(typed.standfirst, 'standfirst'),
    pictureAlt: lineFrom(typed.pictureAlt, 'pictureAlt'),
    pictureCaption: lineFrom(typed.pictureCaption, 'pictureCaption'),
    words: bounded(keepable(typed.words).trimEnd(), 'words'),
  }
}

function lineFrom(typed: string, part: keyof EditionWords): string {
  return bounded(keepable(typed).replace(/\s+/g, ' ').trim(), part)
}

function bounded(words: string, part: keyof EditionWords): string {
  try {
    refuseLonger(words, LONGEST[part], 'edition.too-long')
    return words
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    throw new Trouble(error.kind, error.key, error.args, { fields: { [part]: error.key } })
  }
}
