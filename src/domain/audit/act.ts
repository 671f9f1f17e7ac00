import type { Id } from '../../kit/ids.ts'

/** What staff or the operator can do that stays on record, as the part declares it in which it is done. "act.<name>" in words/ tells it. */
export interface Act {
  readonly name: string
}

/** How something stood, by the name of each thing that can stand otherwise. @NOTE persons are named by number alone, for words must be able to go. */
export type AuditState = Readonly<Record<string, string | number | null | readonly string[]>>

export interface AuditEntry {
  id: Id<'auditEntry'>
  at: number
  /** Null for the operator at the terminal. */
  byId: Id<'person'> | null
  act: string
  /** Whom it was done to, where it was done to somebody. */
  aboutId: Id<'person'> | null
  before: AuditState | null
  after: AuditState | null
}

export function act(name: string): Act {
  return { name }
}
