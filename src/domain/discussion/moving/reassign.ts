import type { Writing } from '../../../store/index.ts'
import type { PersonId } from '../../people/index.ts'
import { firstQuotersOf } from '../quotations/quoters.ts'
import type { DiscussionTables } from '../tables.ts'

/** Gives everything that one person said to another; what they quoted names the other. */
export async function reassignComments(tx: Writing, from: PersonId, to: PersonId): Promise<void> {
  const tables = tx.change<DiscussionTables>()
  await tables.updateTable('comment').set({ authorId: to }).where('authorId', '=', from).execute()
  const quoted = tables
    .selectFrom('quotation')
    .innerJoin('comment as quoter', 'quoter.id', 'quotation.commentId')
    .select((e) => e.ref('quotation.ofCommentId').$notNull().as('id'))
    .where('quoter.authorId', '=', to)
    .where('quotation.ofCommentId', 'is not', null)
  const comments = tables.updateTable('comment').set({ quoters: firstQuotersOf('comment') })
  await comments.where('id', 'in', quoted).execute()
}
