import type { Id } from '../../../kit/ids.ts'
import type { EditionId } from '../../articles/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { EngineFault } from './engine-trouble.ts'

/** That somebody wants an edition drafted by the engine: what nobody has written yet, paragraph by paragraph. */
export interface DraftOrder {
  id: Id<'draftOrder'>
  editionId: EditionId
  byId: PersonId | null
  at: number
  state: 'waiting' | 'done' | 'failed'
  /** How often it went wrong since the last paragraph that came. */
  tries: number
  dueAt: number
  /** How many paragraphs were drafted. */
  drafted: number
  /** What went wrong last. */
  fault: EngineFault | 'forbidden' | 'held' | null
}
