import type { Generated } from 'kysely'
import type { Language } from '../../../kit/language.ts'
import type { EditionId } from '../../articles/index.ts'
import type { DraftOrder } from './draft-order.ts'

/** What an engine was sent for an edition in a month of UTC, as `2026-11`. */
export interface EngineUse {
  month: string
  engine: string
  /** 0 for comments. */
  editionId: EditionId | 0
  language: Language
  characters: number
  /** In millionths of the currency of the engine's price; 0 where it has none. */
  cost: number
  questions: number
}

export interface EngineTables {
  draftOrder: Omit<DraftOrder, 'id'> & { id: Generated<DraftOrder['id']> }
  engineUse: EngineUse
}
