import type { Writing } from './access.ts'
import type { Happening } from './entry.ts'
import type { EventType } from './event.ts'

/** What is done in the very transaction in which something happens, for what may not come later; all else is a reader of the journal. */
export interface Trigger {
  kinds: readonly EventType[]
  pull(tx: Writing, happened: readonly Happening[]): Promise<unknown>
}
