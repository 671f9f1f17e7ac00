import type { Trigger } from '../../../store/index.ts'
import type { DiscussionTables } from '../../discussion/index.ts'
import { branchMoved, type CommentId, keptCommentById } from '../../discussion/index.ts'
import type { ReachTables } from '../tables.ts'

/** Notices of comments that were moved lead to where these stand. */
export const moveNotices: Trigger = {
  kinds: [branchMoved],
  async pull(tx, happened) {
    for (const id of new Set(happened.map(({ about }) => about as CommentId))) {
      const { articleId, rootId } = (await keptCommentById(tx, id))!
      const tables = tx.change<ReachTables & Pick<DiscussionTables, 'comment'>>()
      const moved = tables.selectFrom('comment').select('id').where('articleId', '=', articleId)
      const notices = tables.updateTable('notification').set({ articleId })
      await notices.where('commentId', 'in', moved.where('rootId', '=', rootId)).execute()
    }
  },
}
