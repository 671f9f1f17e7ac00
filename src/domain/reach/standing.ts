import type { PersonId } from '../people/index.ts'

/** Where a reader of the journal stands: it is done with an entry, and with some people for the entry after it. */
export interface Standing {
  seq: number
  /** The last of these people; 0 where it has not begun with them. */
  personId: PersonId | 0
}
