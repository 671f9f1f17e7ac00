import type { Id } from '../../../../kit/ids.ts'
import type { PersonId } from '../../../people/index.ts'
import type { EditionId } from '../edition.ts'

/** That what an edition says is taken back, and why; its discussion stays. */
export interface Retraction {
  id: Id<'retraction'>
  editionId: EditionId
  reason: string
  byId: PersonId | null
  at: number
}
