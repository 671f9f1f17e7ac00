import type { Id } from '../../../kit/ids.ts'
import type { Language } from '../../../kit/language.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { SourceDocumentId } from '../documents/source-document.ts'
import type { PartyId } from '../parties/party.ts'

export type QuoteId = Id<'quote'>

/** Exact words of somebody, as the texts of an article give them. */
export interface Quote {
  id: QuoteId
  articleId: ArticleId
  /** By which the texts mark it. */
  key: string
  speakerId: PartyId | null
  sourceDocumentId: SourceDocumentId | null
  /** What was said, as it was said; empty where the marked words are that. */
  originalWords: string
  originalLanguage: Language | null
  saidOn: string | null
}

/** Who put a quote into a language; "rendered-by.<by>" in words/ says it. */
export const RENDERED_BY = ['human', 'machine', 'outlet'] as const
export type RenderedBy = (typeof RENDERED_BY)[number]

/** What is to be said of a quote in the words of one edition. */
export interface QuoteWords {
  quoteId: QuoteId
  language: Language
  renderedBy: RenderedBy | null
  /** By name, where that is known. */
  translator: string
}
