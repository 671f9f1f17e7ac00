import type { Id } from '../../../../kit/ids.ts'
import type { EditionId } from '../../../articles/index.ts'
import type { PersonId } from '../../../people/index.ts'
import type { Miss } from './miss.ts'

/** A named person's "this is right all the same", for one fact in one wording; it falls when either paragraph changes. */
export interface Override extends Miss {
  id: Id<'translationOverride'>
  editionId: EditionId
  wording: string
  fact: string
  reason: string
  byId: PersonId | null
  at: number
}

/** That an edition came through the gate: how many paragraphs were compared, and how many facts were overridden. */
export interface Passage {
  id: Id<'gatePassage'>
  editionId: EditionId
  compared: number
  overridden: number
  byId: PersonId | null
  at: number
}
