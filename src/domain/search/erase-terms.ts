import type { DiscussionTables } from '../discussion/index.ts'
import type { EraseSome } from '../people/index.ts'
import { engineOn } from './engines.ts'

const AT_ONCE = 200

/** Takes what somebody said out of the index, where tombstones are left of it. */
export const eraseTerms: EraseSome = async (tx, { personId, leaves }, after) => {
  if (leaves === 'nameless') return
  const comments = tx.look<DiscussionTables>().selectFrom('comment').select('id').where('authorId', '=', personId)
  const some = await comments
    .where('id', '>', after as never)
    .orderBy('id')
    .limit(AT_ONCE)
    .execute()
  const ids = some.map(({ id }) => id)
  await engineOn(tx.change()).drop(tx, ids)
  return ids.length === AT_ONCE ? ids.at(-1) : undefined
}

/** Takes terms that nothing holds any more out of the bytes of the index, a stretch at a time. */
export const forgetDroppedTerms: EraseSome = async (tx, _, after) => {
  const isMore = await engineOn(tx.change()).compact(tx, after === 0)
  return isMore ? after + 1 : undefined
}
