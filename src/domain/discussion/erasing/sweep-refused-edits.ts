import { DAY_MS } from '../../../kit/clock.ts'
import type { Sweep } from '../../../store/index.ts'
import type { DiscussionTables } from '../tables.ts'

/** As long as words that were removed. */
const KEPT_MS = 184 * DAY_MS
const AT_ONCE = 200

/** Forgets the words of edits that were refused long ago. */
export const sweepRefusedEdits: Sweep = async (tx, now) => {
  const edits = tx.look<DiscussionTables>().selectFrom('heldEdit').select('id').where('words', '<>', '')
  const old = edits.where('decidedAt', '<', now - KEPT_MS).limit(AT_ONCE)
  const swept = tx.change<DiscussionTables>().updateTable('heldEdit').set({ words: '' }).where('id', 'in', old)
  return Number((await swept.executeTakeFirstOrThrow()).numUpdatedRows) === AT_ONCE
}
