import type { Sweep, Writing } from '../../../store/index.ts'
import type { Erasure } from '../erasures/erasure.ts'

/** One kind of data that is kept. `docs/privacy.md` tells them all, and what erases and forgets goes by them; each part lists its own. */
export interface DataKind {
  name: string
  /** Each table of the database stands in one kind. */
  tables: readonly string[]
  purpose: string
  /** How long it is kept. */
  term: string
  /** What a person's own copy of their data holds of it. */
  archived: string
  /** What an erasure leaves of it. */
  erased: string
  erases?: readonly EraseSome[]
  /** What is done when all the rest is erased, and whatever follows from that has followed. */
  erasesLast?: readonly EraseSome[]
  /** Forgets what is past its term. */
  sweeps?: readonly Sweep[]
}

/**
 * Erases some of what is kept of a person, so much that others do not wait for it; answers after which number there is more,
 * undefined where nothing is left. Done again, it does no harm.
 */
export type EraseSome = (tx: Writing, erasure: Erasure, after: number) => Promise<number | undefined>
