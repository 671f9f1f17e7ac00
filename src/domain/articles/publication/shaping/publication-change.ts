import type { Generated } from 'kysely'
import type { Id } from '../../../../kit/ids.ts'
import type { PersonId } from '../../../people/index.ts'

export type ShapingId = Id<'shaping'>

/** One change of a part of the publication, with how it was and how it became. */
export interface Shaping {
  id: ShapingId
  part: string
  byId: PersonId | null
  at: number
  before: string
  after: string
  undoneAt: number | null
}

export type ShapingRow = Omit<Shaping, 'id'> & { id: Generated<ShapingId> }
