import type { Language } from '../../../kit/language.ts'
import type { PersonId } from '../../people/index.ts'
import type { EntryId } from './entry.ts'

/** What can become otherwise of an entry: it begins, or goes; of one of its forms, the words, whether they are settled, and what else is recognised. */
export const CHANGE_KINDS = ['begun', 'removed', 'described', 'form', 'locked', 'unlocked', 'inflected'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** One change, by whose number a version of the whole glossary is known. */
export interface Change {
  version: number
  entryId: EntryId
  kind: ChangeKind
  language: Language | null
  before: string | null
  after: string | null
  byId: PersonId | null
  at: number
}

/** The same before it has its number. */
export type NewChange = Omit<Change, 'version' | 'byId' | 'at'>
