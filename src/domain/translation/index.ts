export { dataKinds as translationData } from './data-kinds.ts'
export { events as translationEvents, glossaryChanged } from './events.ts'
export { exportedTranslation } from './exported.ts'
export {
  compare,
  createGate,
  type Finding,
  type FindingKind,
  type Gate,
  isMiss,
  type MarkedQuotation,
  type NameMention,
  type Outcome,
  type Reason,
  type Side,
  type Stated,
} from './gate/index.ts'
export { acts as glossaryActs } from './glossary/acts.ts'
export { candidatesFor, proposalsOf } from './glossary/candidates.ts'
export { type Carrying, type Occurrences, occurrencesOf, oldFormsIn } from './glossary/carrying.ts'
export type { Change, ChangeKind } from './glossary/change.ts'
export { changesOf, glossaryVersion } from './glossary/changes.ts'
export { dismiss, dismissedIn } from './glossary/dismissals.ts'
export { countEntries, entriesFound, entryById, glossaryFor } from './glossary/entries.ts'
export {
  ENTRY_KINDS,
  type EntryDraft,
  type EntryId,
  type EntryKind,
  type FormDraft,
  type GlossaryEntry,
  type GlossaryForm,
  inflectedIn,
  LONGEST_FORM,
  LONGEST_NOTE,
  MOST_ENTRIES,
  MOST_INFLECTED,
} from './glossary/entry.ts'
export { csvOf } from './glossary/files/csv.ts'
export { type GlossaryFile, glossaryFileFrom, type RefusedLine } from './glossary/files/read.ts'
export { tbxOf } from './glossary/files/tbx.ts'
export { addEntry, describeEntry, removeEntry, saveForm } from './glossary/glossary.ts'
export { type Imported, importEntries, refusedEntries } from './glossary/importing.ts'
export { type Mention, mentionsIn } from './glossary/mentions.ts'
export { migrations as translationMigrations } from './migrations.ts'
export { keepGlossary, policy as translationPolicy, settleGlossary } from './policy.ts'
export type { TranslationTables } from './tables.ts'
