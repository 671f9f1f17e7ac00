export type { Insertable } from 'kysely'
export type { Joint, Reading, Writing, Written } from './access.ts'
export { copyInto } from './copying/copy-into.ts'
export { move } from './copying/move.ts'
export { refuseHalfMoved } from './copying/move-mark.ts'
export type { Columns, Database, Opening, StatementWatch } from './database.ts'
export { lockExclusively, openDatabase, openFrozen } from './dialect/index.ts'
export type { Entry } from './entry.ts'
export { type DeclaredEntry, type EventType, event, oneOf, type Payload } from './event.ts'
export { exportedColumns } from './exported-columns.ts'
export {
  type AnyTables,
  type ExportedRow,
  type ExportedTable,
  type Refuse,
  rowsWhere,
  type Value,
} from './exported-table.ts'
export {
  type Circumstances,
  type IdempotentRequest,
  once,
  type StoredAnswer,
  sweepReceipts,
  takeBack,
  WITHOUT_KEY,
} from './idempotency.ts'
export { entriesOn, entriesSince, lastOnAll, latestSeq, leap } from './journal.ts'
export { type Batch, isBehind, type JournalReader, lagOf, readOn, type Step, startOver } from './journal-reader.ts'
export { keptUntil } from './kept-until.ts'
export { distance, migrate, migrateAs, upcoming } from './migrate.ts'
export { createTable, type Migrations } from './migration.ts'
export { oncePerState } from './once-per-state.ts'
export { padded } from './padded.ts'
export { prepared, preparedChange } from './prepared.ts'
export { Replicas } from './replicas.ts'
export { Store } from './store.ts'
export type { Sweep, Terms } from './sweep.ts'
export { createTail, type Tail } from './tail.ts'
export type { Trigger } from './trigger.ts'
