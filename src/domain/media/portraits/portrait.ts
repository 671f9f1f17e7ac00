import type { PersonId } from '../../people/index.ts'

/** Pixels on each side. */
export const SIDE = 384
export const LARGEST_PORTRAIT_BYTES = 5 * 1024 * 1024

/** The picture that somebody shows of themselves: a square of our own drawing, of which nothing else is kept. */
export interface Portrait {
  personId: PersonId
  /** SHA-256 of its bytes. */
  hash: string
  bytes: number
  at: number
}

/** What other parts may read of them. */
export interface PortraitTables {
  portrait: Portrait
}
