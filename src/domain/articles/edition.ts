import type { Id } from '../../kit/ids.ts'
import type { Language } from '../../kit/language.ts'
import type { ArticleId } from './article.ts'

export type EditionId = Id<'edition'>

/** An article's place in one language; its words are the revision that it points to. */
export interface Edition {
  id: EditionId
  articleId: ArticleId
  language: Language
  slug: string
  revisionId: Id<'revision'> | null
  /** Null until it is published. */
  publishedAt: number | null
  /** When published words were last changed. */
  changedAt: number | null
}

/** The words of an edition as its editors write them. */
export interface EditionWords {
  title: string
  standfirst: string
  pictureAlt: string
  pictureCaption: string
  /** Markdown. */
  words: string
}

export type EditionDraft = Pick<Edition, 'articleId' | 'language' | 'slug' | 'publishedAt'> & EditionWords
