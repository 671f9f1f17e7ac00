import type { Sweep } from '../../../store/index.ts'

/** One kind of data that is kept. `docs/privacy.md` tells them all, and what forgets goes by them; each part lists its own. */
export interface DataKind {
  name: string
  /** Each table of the database stands in one kind. */
  tables: readonly string[]
  purpose: string
  /** How long it is kept. */
  term: string
  /** What a person's own copy of their data holds of it. */
  archived: string
  /** Forgets what is past its term. */
  sweeps?: readonly Sweep[]
}
