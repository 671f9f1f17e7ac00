import type { Id } from '../../kit/ids.ts'
import type { PersonId } from '../people/index.ts'
import type { EditionId } from './editions/edition.ts'
import type { Names } from './publication/names.ts'

export type BylineId = Id<'byline'>

export const BYLINE_ROLES = [
  'author',
  'reviewer',
  'commentator',
  'reviewer-and-commentator',
  'translator',
  'editor',
] as const
export type BylineRole = (typeof BYLINE_ROLES)[number]

/** A person's part in an article, or in one edition of it alone. */
export interface Byline {
  id: BylineId
  editionId: EditionId | null
  personId: PersonId
  role: BylineRole
  /** How the name is written where it differs by language. */
  names: Names
}

export type BylineDraft = Omit<Byline, 'id'>
