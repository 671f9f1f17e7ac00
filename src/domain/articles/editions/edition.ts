import type { Id } from '../../../kit/ids.ts'
import type { Language } from '../../../kit/language.ts'
import type { ArticleId } from '../article.ts'

export type EditionId = Id<'edition'>

/** Only a published edition is seen by anybody; a scheduled one waits for its time. */
export const EDITION_STATES = ['draft', 'scheduled', 'published'] as const
export type EditionState = (typeof EDITION_STATES)[number]

/** What an edition with such a time is at a moment. */
export function stateAt(publishedAt: number | null, at: number): EditionState {
  if (publishedAt === null) return 'draft'
  return publishedAt > at ? 'scheduled' : 'published'
}

/** An article's place in one language; its words are the revision that it points to. */
export interface Edition {
  id: EditionId
  articleId: ArticleId
  language: Language
  slug: string
  revisionId: Id<'revision'> | null
  state: EditionState
  /** When it was published, or will be; null for a draft. */
  publishedAt: number | null
  /** When published words were last changed. */
  changedAt: number | null
  /** Its path when it was first published, of which feeds make an id that no change of address changes; null until then. */
  feedPath: string | null
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
