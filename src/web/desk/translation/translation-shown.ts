import type { Edition, Revision } from '../../../domain/articles/index.ts'
import type { PersonId } from '../../../domain/people/index.ts'
import type {
  DraftOrder,
  Found,
  NamedBetween,
  Override,
  PairedParagraph,
  Proposal,
  Question,
  Share,
} from '../../../domain/translation/index.ts'
import type { FormTarget } from '../../html/fields.ts'

/** What the translator's desk shows. */
export interface TranslationShown {
  edition: Edition
  latest: Revision | undefined
  original: Edition | undefined
  paragraphs: readonly PairedParagraph[]
  share: Share
  sisters: readonly Edition[]
  questions: readonly (Question & { by: string | null })[]
  /** The same words as they were translated before, by their hash. */
  before: ReadonlyMap<string, Proposal>
  names: ReadonlyMap<PersonId, string>
  /** Somebody else who writes here, or has left words unsaved. */
  other: { isHere: boolean; at: number; byId: PersonId | null } | null
  isUnsaved: boolean
  mayWrite: boolean
  /** What the gate finds, by the wording of each paragraph; how much of it waits, and who has answered for the rest. */
  misses: Found
  /** The names of the glossary that each original mentions, by the wording of its paragraph. */
  glossary: ReadonlyMap<string, readonly NamedBetween[]>
  waiting: number
  overrides: readonly (Override & { by: string | null })[]
  mayOverride: boolean
  reason: { wording: string; fact: string; words: string } | null
  isOpenOnly: boolean
  done: string | null
  error: string | null
  /** What could not be kept, and of which paragraph. */
  typed: { wording: string; words: string } | null
  /** Null where no engine is set. */
  engine: EngineShown | null
  forms: Record<
    'draft' | 'original' | 'paragraph' | 'override' | 'reviews' | 'revision' | 'takeOver' | 'xliff',
    FormTarget
  >
}

/** The engine, the latest order for this edition, and how many characters it was sent. */
export interface EngineShown {
  name: string
  order: DraftOrder | null
  sent: number
  inMonth: number
  mostInAMonth: number
}
