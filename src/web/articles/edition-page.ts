import type { Chain } from '../../domain/sources/index.ts'
import type { Correction } from '../cited/index.ts'
import type { Frame, Publication } from '../html/frame.ts'
import type { Byline } from './bylines.ts'
import type { Discussing } from './chain/notes.ts'
import type { Picture } from './picture.ts'
import type { Source } from './sources.ts'

/** An article in one of its languages, with all that stands around its words. */
export interface EditionPage {
  publication: Publication
  sections: Frame['sections']
  policies?: Frame['policies']
  origin: string
  article: { id: number; publishedAt: number }
  edition: {
    id: number
    language: string
    slug: string
    title: string
    standfirst: string
    html: string
    publishedAt: number
    changedAt: number | null
    /** 1 where a machine wrote what nobody has reviewed. */
    unreviewed?: 0 | 1
    /** That it was taken back; its words are then not here. */
    retraction?: { reason: string; at: number } | null
  }
  section: { slug: string; name: string } | null
  picture: Picture | null
  bylines: readonly (Byline & { personId?: number })[]
  /** All editions, this one among them, the first published first. */
  editions: readonly OtherEdition[]
  /** Of which it is a translation, and by whom; null for an original. */
  translation?: TranslationShown | null
  sources: readonly Source[]
  tags?: readonly { slug: string; name: string }[]
  /** What to read next. */
  further?: readonly { articleId: number; slug: string; title: string; publishedAt: number }[]
  /** How it is found and shared, where that is not as it is written. */
  sharing?: Sharing | undefined
  /** What was wrong in it, the latest first. */
  corrections?: readonly Correction[]
  /** Where what the text marks comes from. */
  chain?: Chain
  /** Who quotes what is marked, by the number of its note. */
  discussing?: ReadonlyMap<number, readonly Discussing[]>
}

export interface Sharing {
  searchTitle: string
  searchWords: string
  shareTitle: string
  shareWords: string
  picture: { src: string; alt: string } | null
}

/** An edition of the same article. */
export interface OtherEdition {
  language: string
  slug: string
  title: string
  state?: string
  unreviewed?: 0 | 1
}

export interface TranslationShown {
  /** Null where readers do not find it. */
  original: { language: string; slug: string } | null
  originalLanguage: string
  translators: readonly string[]
  reviewers: readonly string[]
}
