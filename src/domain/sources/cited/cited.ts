import type { Id } from '../../../kit/ids.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import type { Act, AuditState } from '../../audit/index.ts'
import type { MergedKind } from '../merging/merge.ts'
import type { NameForm } from '../name-form.ts'

/** What is said of either at the desk. */
export interface CitedDraft {
  forms: readonly NameForm[]
  /** Where others tell of it. */
  sameAs: readonly string[]
}

/** The same as it is kept, by its number and by what addresses know it by. */
export type Kept<Kind extends MergedKind, Draft> = Draft & { id: Id<Kind>; key: string }

/** What its own tables say of one; the forms of its name stand in others. */
export interface Row<Kind extends MergedKind, Draft> {
  id: Id<Kind>
  key: string
  said: (forms: readonly NameForm[]) => Draft
}

/** What is particular to outlets, or to those who speak. */
export interface Sort<Kind extends MergedKind, Draft extends CitedDraft> {
  kind: Kind
  /** What is on record when one is kept. */
  act: Act
  /** The same as it is kept; throws Trouble for what cannot be said. */
  checked(draft: Draft): Draft
  /** What is told of it on record. */
  told(draft: Draft): AuditState
  /** These, by their numbers; a bounded list. */
  rows(db: Reading, ids: readonly Id<Kind>[]): Promise<Row<Kind, Draft>[]>
  add(tx: Writing, key: string, draft: Draft): Promise<Id<Kind>>
  change(tx: Writing, id: Id<Kind>, draft: Draft): Promise<void>
}
