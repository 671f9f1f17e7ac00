import { sql } from 'kysely'
import type { Reading, Writing } from '../../../store/index.ts'
import type { CommentId } from '../../discussion/index.ts'
import type { DecisionId } from '../decisions/decision.ts'
import type { ModerationTables } from '../tables.ts'
import type { Case, CaseId, CaseReason } from './case.ts'

export function caseById(db: Reading, id: CaseId): Promise<Case | undefined> {
  return db.look<ModerationTables>().selectFrom('moderationCase').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The case of a comment that is not closed. */
export function openCaseOf(db: Reading, commentId: CommentId): Promise<Case | undefined> {
  const cases = db.look<ModerationTables>().selectFrom('moderationCase').selectAll()
  return cases.where('commentId', '=', commentId).where('closedAt', 'is', null).executeTakeFirst()
}

/** Why each of these waits. */
export async function reasonsOf(db: Reading, ids: readonly CaseId[]): Promise<Map<CaseId, CaseReason[]>> {
  if (ids.length === 0) return new Map()
  const reasons = db.look<ModerationTables>().selectFrom('caseReason').selectAll().where('caseId', 'in', ids)
  const rows = await reasons.orderBy('caseId').orderBy('reason').execute()
  const each = Map.groupBy(rows, ({ caseId }) => caseId)
  return new Map([...each].map(([id, some]) => [id, some.map(({ reason }) => reason)]))
}

/** Whether nothing waits in a case but that a moderator has brought it up. */
export async function wasOnlyAsked(db: Reading, { id, reports }: Pick<Case, 'id' | 'reports'>): Promise<boolean> {
  const reasons = (await reasonsOf(db, [id])).get(id) ?? []
  return reports === 0 && reasons.every((reason) => reason === 'asked')
}

export interface Closing {
  outcomeId: DecisionId | null
  at: number
}

/** Closes what waits about any of these comments. */
export async function closeOpenOf(
  tx: Writing,
  commentIds: readonly CommentId[],
  { outcomeId, at }: Closing,
): Promise<void> {
  const closed = { closedAt: at, outcomeId, claimedById: null, claimedAt: null }
  const open = tx
    .change<ModerationTables>()
    .updateTable('moderationCase')
    .set(closed)
    .where('commentId', 'in', commentIds)
  await open.where(sql<boolean>`"closedAt" is null`).execute()
}

export async function close(tx: Writing, id: CaseId, { outcomeId, at }: Closing): Promise<void> {
  const closed = { closedAt: at, outcomeId, claimedById: null, claimedAt: null }
  await tx.change<ModerationTables>().updateTable('moderationCase').set(closed).where('id', '=', id).execute()
}
