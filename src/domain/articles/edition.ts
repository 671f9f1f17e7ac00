import type { Id } from '../../kit/ids.ts'
import type { Language } from '../../kit/language.ts'
import type { ArticleId } from './article.ts'
import type { EditionWords, RevisionId } from './revision.ts'

export type EditionId = Id<'edition'>

/** An article's place in one language; its words are the revision that it points to. */
export interface Edition {
  id: EditionId
  articleId: ArticleId
  language: Language
  slug: string
  revisionId: RevisionId | null
  /** Null until it is published. */
  publishedAt: number | null
  /** When published words were last changed. */
  changedAt: number | null
}

export type EditionDraft = Pick<Edition, 'articleId' | 'language' | 'slug' | 'publishedAt'> & EditionWords
