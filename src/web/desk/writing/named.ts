import type { EditionId } from '../../../domain/articles/index.ts'
import { count, id, text } from '../../http/shapes.ts'

/** The edition that an address names. */
export const EDITION = { edition: id<'edition'>('edition.missing') }

/** The words of an edition as its form sends them; `base` is the revision that one began to change. */
export const WRITTEN = {
  base: count,
  title: text,
  standfirst: text,
  words: text,
  pictureAlt: text,
  pictureCaption: text,
}

/** Which field a trouble is about. */
export const ABOUT = {
  'edition.untitled': 'title',
  'edition.title-hides': 'title',
  'edition.wordless': 'words',
}

export interface Typed {
  base: string | number
  title: string
  standfirst: string
  words: string
  pictureAlt: string
  pictureCaption: string
}

export interface Named {
  edition: EditionId
}
