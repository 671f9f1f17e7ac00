import { sql } from 'kysely'
import type { Reading, Writing } from '../../../store/index.ts'
import type { PersonId, PersonTables } from '../../people/index.ts'
import { type CommentId, ROOT } from '../comments/comment.ts'
import type { DiscussionTables } from '../tables.ts'
import type { Follow, FollowCursor } from './follow.ts'

export function follow(tx: Writing, follow: Follow, at: number) {
  const rootId = sql<CommentId>`coalesce((select "rootId" from "comment" where "id" = ${follow.commentId}), ${ROOT})`
  const insert = tx
    .change<DiscussionTables>()
    .insertInto('follow')
    .values({ ...follow, rootId, at })
  return insert.onConflict((c) => c.doNothing()).execute()
}

export function unfollow(tx: Writing, { personId, articleId, commentId }: Follow) {
  const follows = tx.change<DiscussionTables>().deleteFrom('follow').where('personId', '=', personId)
  return follows.where('articleId', '=', articleId).where('commentId', '=', commentId).execute()
}

export async function follows(db: Reading, { personId, articleId, commentId }: Follow): Promise<boolean> {
  const rows = db.look<DiscussionTables>().selectFrom('follow').select('at').where('personId', '=', personId)
  const row = rows.where('articleId', '=', articleId).where('commentId', '=', commentId)
  return (await row.executeTakeFirst()) !== undefined
}

/** What somebody follows, the latest first; of a removed comment there are no words. */
export function followsOf(db: Reading, personId: PersonId, before: FollowCursor | undefined, limit: number) {
  let followed = db
    .look<DiscussionTables & PersonTables>()
    .selectFrom('follow')
    .leftJoin('comment', 'comment.id', 'follow.commentId')
    .leftJoin('person', 'person.id', 'comment.authorId')
    .select(['follow.articleId', 'follow.commentId', 'follow.at', 'comment.label', 'comment.plain'])
    .select(['comment.authorId', 'person.name'])
    .where('follow.personId', '=', personId)
  if (before) {
    const { at, articleId, commentId } = before
    followed = followed.where((e) =>
      e(e.refTuple('follow.at', 'follow.articleId', 'follow.commentId'), '<', e.tuple(at, articleId, commentId)),
    )
  }
  return followed
    .orderBy('follow.at', 'desc')
    .orderBy('follow.articleId', 'desc')
    .orderBy('follow.commentId', 'desc')
    .limit(limit)
    .execute()
}
