import { sql } from 'kysely'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import type { DiscussionTables } from '../tables.ts'
import type { CommentId } from './comment.ts'
import { discussionOf, type Parent } from './comments.ts'

/** Those of these comments that stand in a locked branch, its own root among them. */
export async function lockedAmong(db: Reading, ids: readonly CommentId[]): Promise<Set<CommentId>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .look<DiscussionTables>()
    .withRecursive('above', (query) =>
      query
        .selectFrom('comment')
        .select(['id', 'parentId', 'locked', 'id as of'])
        .where('id', 'in', [...ids])
        .unionAll((more) =>
          more
            .selectFrom('above')
            .innerJoin('comment as parent', 'parent.id', 'above.parentId')
            .select(['parent.id', 'parent.parentId', 'parent.locked', 'above.of'])
            .where('above.locked', '=', 0),
        ),
    )
    .selectFrom('above')
    .select('of')
    .distinct()
    .where('locked', '=', 1)
    .execute()
  return new Set(rows.map(({ of }) => of))
}

/** Throws Trouble where nobody answers a comment any more. */
export async function mustBeUnlocked(db: Reading, parent: Parent | undefined): Promise<void> {
  if (parent && (await isLocked(db, parent))) throw new Trouble('forbidden', 'comment.branch-locked')
}

/** Whether nobody answers a comment any more. */
export async function isLocked(db: Reading, { id, articleId }: Pick<Parent, 'id' | 'articleId'>): Promise<boolean> {
  const discussion = await discussionOf(db, articleId)
  return discussion !== undefined && discussion.locks > 0 && (await lockedAmong(db, [id])).has(id)
}

/** Counts the branches of a discussion that are locked: one more, or one less. */
export async function countLocks(tx: Writing, articleId: Parent['articleId'], by: 1 | -1): Promise<void> {
  const discussion = tx.change<DiscussionTables>().updateTable('discussion').where('articleId', '=', articleId)
  await discussion.set({ locks: sql<number>`"locks" + ${by}` }).execute()
}
