import type { Reading, Writing } from '../../../store/index.ts'
import type { Comment, CommentId } from '../comments/comment.ts'
import type { DiscussionTables } from '../tables.ts'
import type { NewRemoval, Removal, Restoration } from './decisions.ts'

export async function addRemoval(
  tx: Writing,
  { id: commentId, articleId }: Pick<Comment, 'id' | 'articleId'>,
  { byId = null, note = '', cause, ruleId, at }: NewRemoval,
): Promise<number> {
  const row = { articleId, commentId, byId, cause, ruleId, note, at }
  const insert = tx.change<DiscussionTables>().insertInto('removal').values(row)
  return (await insert.returning('id').executeTakeFirstOrThrow()).id
}

/** The same of many comments. */
export async function addRemovals(
  tx: Writing,
  those: readonly Pick<Comment, 'id' | 'articleId'>[],
  { byId = null, note = '', cause, ruleId, at }: NewRemoval,
): Promise<void> {
  const rows = those.map(({ id: commentId, articleId }) => ({ articleId, commentId, byId, cause, ruleId, note, at }))
  await tx.fill<DiscussionTables, 'removal'>('removal', rows)
}

/** The removal that put the present tombstone there. */
export function removalInForce(db: Reading, commentId: CommentId): Promise<Removal | undefined> {
  const removals = db.look<DiscussionTables>().selectFrom('comment').where('comment.id', '=', commentId)
  return removals.innerJoin('removal', 'removal.id', 'comment.removalId').selectAll('removal').executeTakeFirst()
}

export function addRestoration(tx: Writing, restoration: Omit<Restoration, 'id'>) {
  return tx.change<DiscussionTables>().insertInto('restoration').values(restoration).execute()
}

/** The number of the last removal of a comment, or of the last that was taken back; 0 where there is none. */
export async function lastRemoval(db: Reading, commentId: CommentId, that: 'was-taken-back' | 'was-decided') {
  const removals = db.look<DiscussionTables>().selectFrom('removal').select('removal.id')
  const all = removals.where('removal.commentId', '=', commentId).orderBy('removal.id', 'desc').limit(1)
  const asked = that === 'was-taken-back' ? all.innerJoin('restoration', 'restoration.removalId', 'removal.id') : all
  return (await asked.executeTakeFirst())?.id ?? 0
}

/** The removal of a comment that was taken back last. */
export function lastTakenBack(db: Reading, commentId: CommentId): Promise<Removal | undefined> {
  const removals = db.look<DiscussionTables>().selectFrom('removal').selectAll('removal')
  const takenBack = removals.innerJoin('restoration', 'restoration.removalId', 'removal.id')
  const theirs = takenBack.where('removal.commentId', '=', commentId)
  return theirs.orderBy('restoration.id', 'desc').limit(1).executeTakeFirst()
}
