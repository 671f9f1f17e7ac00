import type { Id } from '../../kit/ids.ts'
import type { Names } from '../articles/index.ts'

export type OutletId = Id<'outlet'>

/** Who publishes: an agency, a newspaper, a town hall. */
export interface Outlet {
  id: OutletId
  /** What importers know it by. */
  key: string
  url: string | null
  names: Names
}
