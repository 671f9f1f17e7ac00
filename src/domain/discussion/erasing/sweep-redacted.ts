import type { Writing } from '../../../store/index.ts'
import type { DiscussionTables } from '../tables.ts'
import { HIDDEN_KEPT_MS } from './sweep-hidden.ts'

const AT_ONCE = 50

/** Forgets wordings from which a passage was taken long ago, so many at once, and what was quoted of them; answers whether there is more. */
export async function sweepRedacted(tx: Writing, now: number): Promise<boolean> {
  const hidden = tx.look<DiscussionTables>().selectFrom('commentRevision').select(['id', 'commentId'])
  const old = hidden
    .where('hiddenAt', '<', now - HIDDEN_KEPT_MS)
    .orderBy('hiddenAt')
    .limit(AT_ONCE)
  const rows = await old.execute()
  if (rows.length === 0) return false
  const [ids, comments] = [rows.map(({ id }) => id), rows.map(({ commentId }) => commentId)]
  await tx.change<DiscussionTables>().deleteFrom('commentRevision').where('id', 'in', ids).execute()
  const passages = tx
    .change<DiscussionTables>()
    .deleteFrom('redaction')
    .where('hiddenAt', '<', now - HIDDEN_KEPT_MS)
  await passages.where('commentId', 'in', comments as never[]).execute()
  for (const table of ['quotation', 'formerQuotation'] as const) {
    const quotations = tx.change<DiscussionTables>().updateTable(table).set({ formerWords: null })
    await quotations
      .where('ofCommentId', 'in', comments as never[])
      .where('formerWords', 'is not', null)
      .execute()
  }
  return rows.length === AT_ONCE
}
