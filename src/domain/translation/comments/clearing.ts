import type { Trigger } from '../../../store/index.ts'
import { type CommentId, commentEdited, commentRemoved } from '../../discussion/index.ts'
import type { CommentTranslationTables } from './tables.ts'

/** With a comment's words go their translations, in the same transaction: where it is removed, held, edited, or a passage is taken out of it. */
export const clearing: Trigger = {
  kinds: [commentEdited, commentRemoved],
  async pull(tx, happened) {
    const ids = [...new Set(happened.map(({ about }) => about as CommentId))]
    if (ids.length === 0) return
    await tx.change<CommentTranslationTables>().deleteFrom('commentTranslation').where('commentId', 'in', ids).execute()
  },
}
