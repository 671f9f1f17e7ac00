import { sql } from 'kysely'
import type { Reading, Writing } from '../../../store/index.ts'
import { settleCase } from '../cases/gathering.ts'
import { answerReports } from '../reports/reporting.ts'
import type { ModerationTables } from '../tables.ts'
import { type CommentDecision, type Decision, UNDO_MS } from './decision.ts'
import { EFFECTS } from './effects.ts'
import { decisionSettled } from './events.ts'

const AT_ONCE = 100
/** Reports of so many comments are answered in one step, between which others have their turn. */
const ANSWERED_AT_ONCE = 25

/** When the next decision can be undone no more. */
export async function nextSettling(db: Reading): Promise<number | undefined> {
  const first = await unsettled(db).select('at').orderBy('at').limit(1).executeTakeFirst()
  return first && first.at + UNDO_MS
}

/** Settles the decisions whose time to be undone is over, some at a time, in the order in which they were made. */
export async function settleDue(tx: Writing, now: number): Promise<void> {
  const due = unsettled(tx)
    .select(['id', 'kind', 'at'])
    .where('at', '<=', now - UNDO_MS)
  const rows = await due.orderBy('at').orderBy('id').limit(AT_ONCE).execute()
  for (const { id, kind, at } of rows) {
    const settledAt = at + UNDO_MS
    if (await answerSome(tx, { id, kind }, settledAt)) return
    const decision = tx.change<ModerationTables>().updateTable('decision').set({ settledAt })
    const settled = await decision
      .where('id', '=', id)
      .where('settledAt', 'is', null)
      .where('undoneAt', 'is', null)
      .executeTakeFirstOrThrow()
    if (settled.numUpdatedRows === 0n) continue
    tx.note(decisionSettled, { about: id, at: now })
  }
}

/** Those who reported what was decided about have their answer, so many comments at once; answers whether more have to have it. */
async function answerSome(tx: Writing, { id, kind }: Pick<Decision, 'id' | 'kind'>, now: number): Promise<boolean> {
  const answers = kind in EFFECTS ? EFFECTS[kind as CommentDecision].answers : null
  if (!answers) return false
  const comments = tx.look<ModerationTables>().selectFrom('decisionComment')
  const reported = comments
    .innerJoin('report', 'report.commentId', 'decisionComment.commentId')
    .select('decisionComment.commentId')
    .distinct()
    .where('decisionComment.decisionId', '=', id)
    .where(sql<boolean>`"report"."state" = 'open'`)
  const some = await reported.limit(ANSWERED_AT_ONCE).execute()
  for (const { commentId } of some) {
    await answerReports(tx, commentId, answers, now)
    await settleCase(tx, commentId, { outcomeId: id }, now)
  }
  return some.length === ANSWERED_AT_ONCE
}

function unsettled(db: Reading) {
  const decisions = db.look<ModerationTables>().selectFrom('decision')
  const open = decisions.where('settledAt', 'is', null).where('undoneAt', 'is', null)
  return open.where((e) =>
    e.not(
      e.exists(
        e
          .selectFrom('decisionComment')
          .select('decisionComment.id')
          .whereRef('decisionComment.decisionId', '=', 'decision.id')
          .where('decisionComment.waits', '=', 1),
      ),
    ),
  )
}
