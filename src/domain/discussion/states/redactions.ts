import type { Reading, Writing } from '../../../store/index.ts'
import type { CommentId } from '../comments/comment.ts'
import type { DiscussionTables } from '../tables.ts'
import type { Redaction } from './redaction.ts'

/** The passages that are out of a comment, in the order in which they were taken. */
export function redactionsInForce(db: Reading, commentId: CommentId): Promise<Redaction[]> {
  return redactionsOf(db, commentId).where('endedAt', 'is', null).orderBy('id').execute()
}

/** The passage of a comment that was put back last. */
export function lastPutBack(db: Reading, commentId: CommentId): Promise<Redaction | undefined> {
  const ended = redactionsOf(db, commentId).where('endedAt', 'is not', null)
  return ended.orderBy('endedAt', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst()
}

export async function addRedaction(tx: Writing, redaction: Omit<Redaction, 'id' | 'endedAt'>): Promise<void> {
  await tx.change<DiscussionTables>().insertInto('redaction').values(redaction).execute()
}

/** It is out no more, or again. */
export async function turnRedaction(
  tx: Writing,
  id: number,
  turned: Partial<Pick<Redaction, 'endedAt' | 'former'>>,
): Promise<void> {
  await tx.change<DiscussionTables>().updateTable('redaction').set(turned).where('id', '=', id).execute()
}

export async function forgetRedaction(tx: Writing, id: number): Promise<void> {
  await tx.change<DiscussionTables>().deleteFrom('redaction').where('id', '=', id).execute()
}

function redactionsOf(db: Reading, commentId: CommentId) {
  return db.look<DiscussionTables>().selectFrom('redaction').selectAll().where('commentId', '=', commentId)
}
