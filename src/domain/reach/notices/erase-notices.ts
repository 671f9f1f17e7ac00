import type { DiscussionTables } from '../../discussion/index.ts'
import type { EraseSome } from '../../people/index.ts'
import type { ReachTables } from '../tables.ts'

const AT_ONCE = 50

/** Forgets that others were told of what somebody said, where tombstones are left of it. */
export const eraseNoticesOf: EraseSome = async (tx, { personId, leaves }, after) => {
  if (leaves === 'nameless') return
  const comments = tx.look<DiscussionTables>().selectFrom('comment').select('id').where('authorId', '=', personId)
  const some = await comments
    .where('id', '>', after as never)
    .orderBy('id')
    .limit(AT_ONCE)
    .execute()
  const ids = some.map(({ id }) => id)
  if (ids.length > 0) await tx.change<ReachTables>().deleteFrom('notification').where('commentId', 'in', ids).execute()
  return ids.length === AT_ONCE ? ids.at(-1) : undefined
}
