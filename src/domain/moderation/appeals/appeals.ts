import { sql } from 'kysely'
import type { Reading, Writing } from '../../../store/index.ts'
import type { DecisionId } from '../decisions/decision.ts'
import type { StatementId } from '../statements/statement.ts'
import type { Appeal, AppealId } from './appeal.ts'
import type { AppealTables } from './tables.ts'

export function appealById(db: Reading, id: AppealId): Promise<Appeal | undefined> {
  return db.look<AppealTables>().selectFrom('appeal').selectAll().where('id', '=', id).executeTakeFirst()
}

export function appealFrom(db: Reading, statementId: StatementId): Promise<Appeal | undefined> {
  const appeals = db.look<AppealTables>().selectFrom('appeal').selectAll().where('statementId', '=', statementId)
  return appeals.executeTakeFirst()
}

/** The appeals that wait, the oldest first, after one. */
export function openAppeals(db: Reading, limit: number, after: AppealId | 0 = 0): Promise<Appeal[]> {
  const open = db.look<AppealTables>().selectFrom('appeal').selectAll().where(IS_OPEN)
  return open
    .where('id', '>', after as AppealId)
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Nothing where there is one from the same statement. */
export async function addAppeal(
  tx: Writing,
  appeal: Pick<Appeal, 'statementId' | 'decisionId' | 'personId' | 'words' | 'at'>,
): Promise<AppealId | undefined> {
  const row = { ...appeal, state: 'open' as const, decidedAt: null, outcomeId: null, bySame: 0 as const }
  const insert = tx.change<AppealTables>().insertInto('appeal').values(row)
  const added = insert.onConflict((c) => c.column('statementId').doNothing()).returning('id')
  return (await added.executeTakeFirst())?.id
}

/** False where somebody has decided it meanwhile. */
export async function endAppeal(
  tx: Writing,
  id: AppealId,
  outcome: Pick<Appeal, 'state' | 'decidedAt' | 'outcomeId' | 'bySame'>,
): Promise<boolean> {
  const appeal = tx.change<AppealTables>().updateTable('appeal').set(outcome).where('id', '=', id).where(IS_OPEN)
  return (await appeal.returning('id').executeTakeFirst()) !== undefined
}

/** The appeal that ended in a decision which has been undone waits again. */
export async function reopenAppeal(tx: Writing, outcomeId: DecisionId): Promise<void> {
  const open = { state: 'open' as const, decidedAt: null, outcomeId: null, bySame: 0 as const }
  await tx.change<AppealTables>().updateTable('appeal').set(open).where('outcomeId', '=', outcomeId).execute()
}

/** @NOTE spelled out, for an index of these rows alone is not used where the state is a value that comes later. */
const IS_OPEN = sql<boolean>`"appeal"."state" = 'open'`
