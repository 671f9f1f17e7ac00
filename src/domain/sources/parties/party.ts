import type { Id } from '../../../kit/ids.ts'
import type { Names } from '../../articles/index.ts'

export type PartyId = Id<'party'>

/** "party-kind.<kind>" in words/ names it. */
export const PARTY_KINDS = ['person', 'org', 'group'] as const
export type PartyKind = (typeof PARTY_KINDS)[number]

/** What somebody was at a time: a minister, the head of an institute. */
export interface PartyRole {
  titles: Names
  /** Days; null where it is not known, or goes on. */
  since: string | null
  until: string | null
}

/** A person or body that speaks. */
export interface Party {
  id: PartyId
  /** What addresses know it by. */
  key: string
  kind: PartyKind
  names: Names
  /** The latest first. */
  roles: readonly PartyRole[]
  /** Where others tell of it. */
  sameAs: readonly string[]
}
