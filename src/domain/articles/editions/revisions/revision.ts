import type { Id } from '../../../../kit/ids.ts'
import { articleHtml } from '../../../../text/article-html.ts'
import { plainArticle } from '../../../../text/plain.ts'
import type { PictureNamed } from '../../../../text/text-pictures.ts'
import type { PersonId } from '../../../people/index.ts'
import type { EditionId, EditionWords } from '../edition.ts'

export type RevisionId = Id<'revision'>

/** One saved state of an edition's words, made to HTML once. */
export interface Revision extends EditionWords {
  id: RevisionId
  editionId: EditionId
  number: number
  html: string
  /** The body without any marks, in which quotations are looked for. */
  plain: string
  at: number
  /** Who wrote it at the desk; null for what was imported. */
  byId: PersonId | null
  /** 1 for words that somebody saved while another had saved, too: they are kept beside the others, and nothing goes on from them by itself. */
  aside: 0 | 1
}

export function sameWords(a: EditionWords, b: EditionWords): boolean {
  const parts = ['title', 'standfirst', 'pictureAlt', 'pictureCaption', 'words'] as const
  return parts.every((part) => a[part] === b[part])
}

/** Adds what is made of the words. */
export function rendered({ title, standfirst, pictureAlt, pictureCaption, words }: EditionWords, named: PictureNamed) {
  return { title, standfirst, pictureAlt, pictureCaption, words, ...madeOf(words, named) }
}

/** What is made of a body once, for pages and for whoever quotes it. */
export function madeOf(words: string, named: PictureNamed) {
  return { html: articleHtml(words, named), plain: plainArticle(words, named) }
}
