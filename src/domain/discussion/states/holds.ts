import type { Reading, Writing } from '../../../store/index.ts'
import type { CommentId } from '../comments/comment.ts'
import type { DiscussionTables } from '../tables.ts'
import type { Admission, Hold } from './decisions.ts'

export function addHold(tx: Writing, hold: Omit<Hold, 'id'>) {
  return tx.change<DiscussionTables>().insertInto('hold').values(hold).execute()
}

/** For what a comment waits to be let in. */
export function holdInForce(db: Reading, commentId: CommentId): Promise<Hold | undefined> {
  const holds = db.look<DiscussionTables>().selectFrom('hold').leftJoin('admission', 'admission.holdId', 'hold.id')
  const open = holds.selectAll('hold').where('hold.commentId', '=', commentId).where('admission.id', 'is', null)
  return open.orderBy('hold.id', 'desc').limit(1).executeTakeFirst()
}

export function addAdmission(tx: Writing, admission: Omit<Admission, 'id'>) {
  return tx.change<DiscussionTables>().insertInto('admission').values(admission).execute()
}
