import type { Id } from '../../../kit/ids.ts'
import type { Language } from '../../../kit/language.ts'
import type { PersonId } from '../../people/index.ts'
import type { OutletId } from '../outlets/outlet.ts'

export type SourceDocumentId = Id<'sourceDocument'>

/** How exactly it is known when something was published. */
export const PRECISIONS = ['minute', 'day', 'month', 'unknown'] as const
export type Precision = (typeof PRECISIONS)[number]

/** What became of a document's address. */
export const LINK_STATES = ['ok', 'moved', 'dead', 'paywalled'] as const
export type LinkState = (typeof LINK_STATES)[number]

/** When something was published, as far as it is known. */
export interface Published {
  /** The outlet's own day, as "2014-10-15"; the first one where only the month is known. */
  publishedOn: string | null
  /** UTC milliseconds, to the minute. */
  publishedAt: number | null
  /** The zone in which the outlet says so. */
  publishedZone: string | null
  publishedPrecision: Precision
}

/** What can be said of a report before anybody opens it. */
export interface NamedSource {
  outletId: OutletId
  url: string
  title: string
  language: Language
  publishedOn: string | null
}

/** One report of an outlet. */
export interface SourceDocument extends NamedSource, Published {
  id: SourceDocumentId
  /** Where its outlet says that it stands. */
  canonicalUrl: string | null
  /** Who signed it. */
  bylines: readonly string[]
  accessedAt: number | null
  mediaType: string | null
  /** Null until the address was asked. */
  linkState: LinkState | null
  checkedAt: number | null
  /** Since when nothing answers there. */
  silentSince: number | null
  movedTo: string | null
  /** The words that are cited, with their SHA-256; nothing more of the document is kept. */
  passage: string | null
  passageHash: string | null
  /** Who of us has read it, and when. */
  openedById: PersonId | null
  openedAt: number | null
}

/** The words of a document that are cited, as they were kept. */
export interface KeptWords {
  words: string
  hash: string
  at: number | null
}

/** What was kept of a document, for where its address is dead; null where that is nothing. */
export function keptWords({
  passage,
  passageHash,
  accessedAt,
}: Pick<SourceDocument, 'passage' | 'passageHash' | 'accessedAt'>): KeptWords | null {
  return passage && passageHash ? { words: passage, hash: passageHash, at: accessedAt } : null
}

/** A day is all that is known, or nothing. */
export function onDay(publishedOn: string | null): Published {
  return {
    publishedOn,
    publishedAt: null,
    publishedZone: null,
    publishedPrecision: publishedOn === null ? 'unknown' : 'day',
  }
}
