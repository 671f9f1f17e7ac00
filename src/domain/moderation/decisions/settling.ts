import type { Reading, Writing } from '../../../store/index.ts'
import type { ModerationTables } from '../tables.ts'
import { UNDO_MS } from './decision.ts'
import { decisionSettled } from './events.ts'

const AT_ONCE = 100

/** When the next decision can be undone no more. */
export async function nextSettling(db: Reading): Promise<number | undefined> {
  const first = await unsettled(db).select('at').orderBy('at').limit(1).executeTakeFirst()
  return first && first.at + UNDO_MS
}

/** Settles the decisions whose time to be undone is over, some at a time, in the order in which they were made. */
export async function settleDue(tx: Writing, now: number): Promise<void> {
  const due = unsettled(tx)
    .select('id')
    .where('at', '<=', now - UNDO_MS)
  const rows = await due.orderBy('at').orderBy('id').limit(AT_ONCE).execute()
  for (const { id } of rows) {
    const decision = tx.change<ModerationTables>().updateTable('decision').set({ settledAt: now })
    const settled = await decision
      .where('id', '=', id)
      .where('settledAt', 'is', null)
      .where('undoneAt', 'is', null)
      .executeTakeFirstOrThrow()
    if (settled.numUpdatedRows > 0) tx.note(decisionSettled, { about: id, at: now })
  }
}

function unsettled(db: Reading) {
  const decisions = db.look<ModerationTables>().selectFrom('decision')
  return decisions.where('settledAt', 'is', null).where('undoneAt', 'is', null)
}
