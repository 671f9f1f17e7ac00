import type { Reading, Writing } from '../../../../store/index.ts'
import type { AuditState } from '../../../audit/index.ts'

/** Something of the publication that is changed as a whole at the desk, and undone as a whole. "publication-part.<name>" in words/ is what it is called. */
export interface PublicationPart<State = never> {
  readonly name: string
  read(db: Reading): Promise<State>
  /** Makes it so; throws Trouble where it cannot be. */
  write(tx: Writing, state: State, at: number): Promise<void>
  /** What the audit log says of it. */
  told(state: State): AuditState
}

/** One whose state only its own functions look into. */
export type AnyPart = Pick<PublicationPart, 'name'> & {
  read(db: Reading): Promise<unknown>
  write(tx: Writing, state: never, at: number): Promise<void>
  told(state: never): AuditState
}
