import { sql } from 'kysely'
import type { Writing } from '../../../store/index.ts'
import type { CommentId } from '../comments/comment.ts'
import { BEST } from '../reactions/best.ts'
import type { DiscussionTables } from '../tables.ts'

/** @NOTE looked up comment by comment: the states of all would be derived anew for each few. */
const REMOVAL_IN_FORCE = sql<number>`(select max("removal"."id") from "removal" where "removal"."commentId" = "comment"."id"
  and not exists (select 1 from "restoration" where "restoration"."removalId" = "removal"."id"))`

/** Keeps no wording of these comments, which have been removed, and no mention. */
export async function forgetWordings(tx: Writing, ids: readonly CommentId[]): Promise<void> {
  const db = tx.change<DiscussionTables>()
  await db.deleteFrom('commentRevision').where('commentId', 'in', ids).execute()
  await db.deleteFrom('redaction').where('commentId', 'in', ids).execute()
  await db.deleteFrom('mention').where('commentId', 'in', ids).execute()
  await db.deleteFrom('heldEdit').where('commentId', 'in', ids).execute()
  const removed = { state: 'removed', removalId: REMOVAL_IN_FORCE, html: null, plain: null } as const
  await db.updateTable('comment').set(removed).where('id', 'in', ids).execute()
  await db.updateTable('comment').set({ best: BEST }).where('id', 'in', ids).execute()
}

/** Keeps the last wording of these comments alone, and what that quotes. */
export async function forgetRevisionsBefore(tx: Writing, ids: readonly CommentId[]): Promise<void> {
  const last = sql<number>`(select max(later."number") from "commentRevision" as later
    where later."commentId" = "commentRevision"."commentId")`
  const revisions = tx.change<DiscussionTables>().deleteFrom('commentRevision').where('commentId', 'in', ids)
  await revisions.where('number', '<', last).execute()
  await tx.change<DiscussionTables>().deleteFrom('redaction').where('commentId', 'in', ids).execute()
  await tx.change<DiscussionTables>().deleteFrom('formerQuotation').where('commentId', 'in', ids).execute()
}

/** Keeps that something was decided about these comments, and not what was said of them then. */
export async function forgetNotes(tx: Writing, ids: readonly CommentId[]): Promise<void> {
  const db = tx.change<DiscussionTables>()
  const decided = (table: 'removal' | 'hold') => tx.look<DiscussionTables>().selectFrom(table).select('id')
  const [removals, holds] = [decided('removal'), decided('hold')].map((some) => some.where('commentId', 'in', ids))
  const EMPTY = { note: '' }
  await db.updateTable('restoration').set(EMPTY).where('removalId', 'in', removals!).execute()
  await db.updateTable('admission').set(EMPTY).where('holdId', 'in', holds!).execute()
  await db.updateTable('removal').set(EMPTY).where('commentId', 'in', ids).execute()
  await db
    .updateTable('hold')
    .set({ ...EMPTY, detail: '' })
    .where('commentId', 'in', ids)
    .execute()
}
