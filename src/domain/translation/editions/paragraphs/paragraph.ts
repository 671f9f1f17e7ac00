import type { Id } from '../../../../kit/ids.ts'
import type { Language } from '../../../../kit/language.ts'
import type { EditionId, EditionWords, RevisionId } from '../../../articles/index.ts'
import type { PersonId } from '../../../people/index.ts'

/** That an edition's words are those of another, in its own language. */
export interface Translation {
  id: Id<'translation'>
  editionId: EditionId
  /** The edition of which it is a translation. */
  originalId: EditionId
  /** The revision of that with which its paragraphs were last compared. */
  revisionId: RevisionId | null
  byId: PersonId | null
  at: number
}

/** Nobody has written it; a machine has; a person has; and somebody has read it against the original. */
export const PARAGRAPH_STATES = ['untouched', 'machine', 'edited', 'reviewed'] as const
export type ParagraphState = (typeof PARAGRAPH_STATES)[number]

export const PARTS = [
  'title',
  'standfirst',
  'pictureAlt',
  'pictureCaption',
  'words',
] as const satisfies readonly (keyof EditionWords)[]
export type Part = (typeof PARTS)[number]

/** Which machine drafted something, with which glossary. */
export interface Engine {
  engine: string
  model: string
  glossaryVersion: number
}

/** A paragraph of an edition, and the paragraph of the original that it translates, as both stood when it was written. */
export interface Paragraph {
  id: Id<'translatedParagraph'>
  editionId: EditionId
  part: Part
  position: number
  /** Markdown; empty where the edition says something of its own. */
  original: string
  originalHash: string
  /** Markdown; empty where nobody has translated it. */
  words: string
  state: ParagraphState
  /** Who wrote it; null where a machine did, or nobody knows. */
  byId: PersonId | null
  at: number
  engine: string | null
  model: string | null
  glossaryVersion: number | null
  reviewedById: PersonId | null
  reviewedAt: number | null
}

/** One that may not be kept yet. */
export type KeptParagraph = Omit<Paragraph, 'id' | 'editionId' | 'position'> & { id: Paragraph['id'] | null }

/** A paragraph beside its original as that stands now. */
export interface PairedParagraph extends KeptParagraph {
  /** What the original says now; empty where it says it no more. */
  now: string
  /** Whether the original has changed since this was written. */
  isStale: boolean
  /** What both say, in short: it changes with either. */
  wording: string
}

/** What an edition's languages are called where paragraphs are looked for. */
export interface LanguagePair {
  from: Language
  to: Language
}
