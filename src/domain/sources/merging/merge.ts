import type { Id } from '../../../kit/ids.ts'
import type { PersonId } from '../../people/index.ts'

export type MergeId = Id<'merge'>

export const MERGED_KINDS = ['outlet', 'party'] as const
export type MergedKind = (typeof MERGED_KINDS)[number]

/** That two which were kept are one: what was said of the first is said of the second, until it is undone. */
export interface Merge {
  id: MergeId
  kind: MergedKind
  fromId: number
  intoId: number
  byId: PersonId | null
  at: number
  undoneAt: number | null
}

/** A row that came from one to the other, so that it can go back. */
export interface MergedRow {
  mergeId: MergeId
  /** Its table, and the column that named the one. */
  holder: string
  rowId: number
  /** The rest of the row's key, where it has more than a number. */
  place: number
  fromId: number
  toId: number
}
