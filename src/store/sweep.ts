import type { Writing } from './access.ts'

/** Terms that the operator may set. */
export interface Terms {
  /** Days for which the seal of somebody's network address is kept. */
  addressDays: number
}

/** Forgets some of what is past its term; answers whether there is more of it at once. */
export type Sweep = (tx: Writing, now: number, terms: Terms) => Promise<boolean>
