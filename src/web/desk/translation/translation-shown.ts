import type { Edition, Revision } from '../../../domain/articles/index.ts'
import type { PersonId } from '../../../domain/people/index.ts'
import type {
  DraftOrder,
  EngineLimits,
  Found,
  Override,
  PairedParagraph,
  Proposal,
  Question,
  Share,
  Used,
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
  /** What the gate finds; how much of it waits, and who has answered for the rest. */
  facts: Found
  waiting: number
  /** How many names nobody has settled. */
  unsettled: number
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

/** The engine, the latest order for this edition, and what it was sent for that and in this month. */
export interface EngineShown {
  name: string
  order: DraftOrder | null
  used: Used
  inMonth: Used
  limits: EngineLimits
}
