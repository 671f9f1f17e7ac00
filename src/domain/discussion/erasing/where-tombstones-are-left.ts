import type { Writing } from '../../../store/index.ts'
import type { EraseSome } from '../../people/index.ts'
import type { CommentId } from '../comments/comment.ts'
import type { DiscussionTables } from '../tables.ts'

type Work = (tx: Writing, ids: readonly CommentId[]) => Promise<unknown>

/** What later parts do about somebody's comments where tombstones are left of them, so many in a step. */
export function whereTombstonesAreLeft(atOnce: number, work: Work): EraseSome {
  return async (tx, { personId, leaves }, after) => {
    if (leaves === 'nameless') return
    const comments = tx.look<DiscussionTables>().selectFrom('comment').select('id').where('authorId', '=', personId)
    const some = await comments
      .where('id', '>', after as CommentId)
      .orderBy('id')
      .limit(atOnce)
      .execute()
    const ids = some.map(({ id }) => id)
    if (ids.length > 0) await work(tx, ids)
    return ids.length === atOnce ? ids.at(-1) : undefined
  }
}
