import type { Generated } from 'kysely'
import type { Id } from '../../kit/ids.ts'
import { stableJson } from '../../kit/json.ts'
import type { Reading, Writing } from '../../store/index.ts'
import type { Act, AuditEntry, AuditState } from './act.ts'

type Row = Omit<AuditEntry, 'id' | 'before' | 'after'> & { before: string | null; after: string | null }

interface AuditTables {
  auditEntry: Row & { id: Generated<AuditEntry['id']> }
}

export interface Done {
  byId: Id<'person'> | null
  aboutId?: Id<'person'> | undefined
  before?: AuditState | null
  after?: AuditState | null
  at: number
}

/** Puts on record what is done in the same transaction. An entry is never changed, nor taken out. */
export async function record(tx: Writing, { name }: Act, done: Done): Promise<void> {
  const { byId, aboutId = null, before = null, after = null, at } = done
  const row: Row = { at, byId, act: name, aboutId, before: written(before), after: written(after) }
  await tx.change<AuditTables>().insertInto('auditEntry').values(row).execute()
}

export interface Asked {
  act?: string | undefined
  /** Who did it, or whom it was done to. */
  person?: Id<'person'> | undefined
  before?: AuditEntry['id'] | undefined
}

/** What was done, latest first, before an entry's number. */
export async function recorded(db: Reading, { act, person, before }: Asked, limit: number): Promise<AuditEntry[]> {
  let entries = db.look<AuditTables>().selectFrom('auditEntry').selectAll()
  if (act) entries = entries.where('act', '=', act)
  if (person) entries = entries.where((e) => e.or([e('byId', '=', person), e('aboutId', '=', person)]))
  if (before) entries = entries.where('id', '<', before)
  const rows = await entries.orderBy('id', 'desc').limit(limit).execute()
  return rows.map((row) => ({ ...row, before: read(row.before), after: read(row.after) }))
}

function written(state: AuditState | null): string | null {
  return state && stableJson(state)
}

function read(kept: string | null): AuditState | null {
  return kept === null ? null : JSON.parse(kept)
}
