import type { Generated } from 'kysely'
import type { Id } from '../../../kit/ids.ts'
import type { Language } from '../../../kit/language.ts'
import type { PersonId } from '../../people/index.ts'
import type { ChangeKind } from './change.ts'
import type { EntryId, EntryKind } from './entry.ts'

export interface GlossaryTables {
  glossaryEntry: {
    id: Generated<EntryId>
    kind: EntryKind
    note: string
    /** Null where it stands. */
    removedAt: number | null
  }
  glossaryForm: {
    id: Generated<Id<'glossaryForm'>>
    entryId: EntryId
    language: Language
    form: string
    /** By which it is looked for at the desk. */
    sought: string
    state: 'proposed' | 'locked'
    /** A list of texts, as JSON. */
    inflected: string
    scheme: string | null
    byId: PersonId | null
    at: number
  }
  glossaryChange: {
    id: Generated<Id<'glossaryChange'>>
    version: number
    entryId: EntryId
    kind: ChangeKind
    language: Language | null
    before: string | null
    after: string | null
    byId: PersonId | null
    at: number
  }
  glossaryDismissal: {
    id: Generated<Id<'glossaryDismissal'>>
    language: Language
    /** By which the words are known. */
    sought: string
    form: string
    byId: PersonId | null
    at: number
  }
}
