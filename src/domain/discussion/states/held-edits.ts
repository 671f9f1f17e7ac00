import type { Reading, Writing } from '../../../store/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { CommentId } from '../comments/comment.ts'
import type { DiscussionTables } from '../tables.ts'
import type { HeldEdit } from './held-edit.ts'

/** Other words wait no more, as later ones of the same author stand. */
export async function replaceHeldEdit(tx: Writing, commentId: CommentId, at: number): Promise<void> {
  const edits = tx.change<DiscussionTables>().updateTable('heldEdit').where('commentId', '=', commentId)
  await edits.where('outcome', 'is', null).set({ outcome: 'replaced', words: '', decidedAt: at }).execute()
}

/** The words that wait to take the place of a comment's. */
export function heldEditOf(db: Reading, commentId: CommentId): Promise<HeldEdit | undefined> {
  return open(db).where('commentId', '=', commentId).executeTakeFirst()
}

/** The same of each of several comments. */
export async function heldEditsOf(db: Reading, ids: readonly CommentId[]): Promise<Map<CommentId, HeldEdit>> {
  if (ids.length === 0) return new Map()
  const edits = await open(db).where('commentId', 'in', ids).execute()
  return new Map(edits.map((edit) => [edit.commentId, edit]))
}

/** Those of one person that wait, after the number of one. */
export function heldEditsBy(db: Reading, personId: PersonId, after: number, limit: number): Promise<HeldEdit[]> {
  return open(db).where('personId', '=', personId).where('id', '>', after).orderBy('id').limit(limit).execute()
}

function open(db: Reading) {
  return db.look<DiscussionTables>().selectFrom('heldEdit').selectAll().where('outcome', 'is', null)
}
