import type { Id } from '../../../kit/ids.ts'
import type { Language } from '../../../kit/language.ts'
import type { ArticleId } from '../article.ts'

export type EditionId = Id<'edition'>

/** A scheduled edition waits for its time; a withdrawn one is gone, and of a retracted one its title, its reason and its discussion stay. */
export const EDITION_STATES = ['draft', 'in-review', 'scheduled', 'published', 'withdrawn', 'retracted'] as const
export type EditionState = (typeof EDITION_STATES)[number]

/** What readers find at its address; there are no others. */
export const READABLE = ['published', 'retracted'] as const satisfies readonly EditionState[]

export function isReadable({ state }: { state: EditionState }): boolean {
  return (READABLE as readonly EditionState[]).includes(state)
}

/** Whether its words wait to be seen for the first time, and it follows what is written. */
export function isBeingWritten({ state }: { state: EditionState }): boolean {
  return state === 'draft' || state === 'in-review'
}

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
  /** The words as they stand at the desk, which may be others, and when they were saved. */
  latestId: Id<'revision'> | null
  savedAt: number
  state: EditionState
  /** When it was published, or will be; null for a draft. */
  publishedAt: number | null
  /** When time takes it off; null where it stays. */
  takenOffAt: number | null
  /** Before then nothing of it may be seen. */
  embargoUntil: number | null
  /** When published words were last changed. */
  changedAt: number | null
  /** Its path when it was first published, of which feeds make an id that no change of address changes; null until then. */
  feedPath: string | null
  /** 1 where readers see words that a machine wrote and nobody has reviewed. */
  unreviewed: 0 | 1
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

/** An edition that has no words yet. */
export const UNWRITTEN = {
  state: 'draft',
  revisionId: null,
  latestId: null,
  savedAt: 0,
  publishedAt: null,
  takenOffAt: null,
  embargoUntil: null,
  changedAt: null,
  feedPath: null,
  unreviewed: 0,
} as const

export type EditionDraft = Pick<Edition, 'articleId' | 'language' | 'slug' | 'publishedAt'> & EditionWords
