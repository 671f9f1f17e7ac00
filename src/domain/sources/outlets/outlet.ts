import type { Id } from '../../../kit/ids.ts'
import type { Names } from '../../articles/index.ts'

export type OutletId = Id<'outlet'>

/** What sort of publisher it is; "outlet-kind.<kind>" in words/ names it. */
export const OUTLET_KINDS = [
  'agency',
  'newspaper',
  'tv',
  'telegram',
  'think-tank',
  'government',
  'blog',
  'other',
] as const
export type OutletKind = (typeof OUTLET_KINDS)[number]

/** Who publishes: an agency, a newspaper, a town hall. */
export interface Outlet {
  id: OutletId
  /** What importers and addresses know it by. */
  key: string
  kind: OutletKind
  /** ISO 3166-1, two letters; null where it has none or nobody said. */
  country: string | null
  url: string | null
  names: Names
  /** Where others tell of it. */
  sameAs: readonly string[]
}
