import { z } from 'zod'
import { idOf } from '../../../kit/ids.ts'
import type { Writing } from '../../../store/index.ts'
import { type Holder, type PersonId, piecesOf } from '../../people/index.ts'
import { firstQuotersOf } from '../quotations/quoters.ts'
import type { DiscussionTables } from '../tables.ts'

const handedComments = z.array(idOf<'comment'>())

/** Gives everything that one person said to another; what they quoted names the other. */
export const commentHolder: Holder = {
  name: 'comments',

  async count(db, personId) {
    const comments = db.look<DiscussionTables>().selectFrom('comment').where('authorId', '=', personId)
    const { many } = await comments.select((e) => e.fn.countAll().as('many')).executeTakeFirstOrThrow()
    return Number(many)
  },

  async hand(tx, from, to): Promise<z.infer<typeof handedComments>> {
    const comments = tx.change<DiscussionTables>().updateTable('comment').set({ authorId: to })
    const handed = await comments.where('authorId', '=', from).returning('id').execute()
    await nameQuoter(tx, to)
    return handed.map(({ id }) => id)
  },

  async giveBack(tx, from, to, handed) {
    for (const ids of piecesOf(handedComments.parse(handed))) {
      const comments = tx.change<DiscussionTables>().updateTable('comment').set({ authorId: from })
      await comments.where('id', 'in', ids).where('authorId', '=', to).execute()
    }
    await nameQuoter(tx, from)
  },
}

/** Has what somebody quoted name them. */
async function nameQuoter(tx: Writing, authorId: PersonId) {
  const tables = tx.change<DiscussionTables>()
  const quoted = tables
    .selectFrom('quotation')
    .innerJoin('comment as quoter', 'quoter.id', 'quotation.commentId')
    .select((e) => e.ref('quotation.ofCommentId').$notNull().as('id'))
    .where('quoter.authorId', '=', authorId)
    .where('quotation.ofCommentId', 'is not', null)
  const comments = tables.updateTable('comment').set({ quoters: firstQuotersOf('comment') })
  await comments.where('id', 'in', quoted).execute()
}
