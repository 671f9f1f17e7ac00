import type { Reading, Writing } from '../../store/index.ts'
import type { ArticleId } from '../articles/index.ts'
import type { PersonId } from '../people/index.ts'
import type { CommentId, ROOT } from './comment.ts'
import type { DiscussionTables } from './tables.ts'

/** What somebody follows: an article's whole discussion (`commentId` 0), or a comment and all below it. */
export interface Follow {
  personId: PersonId
  articleId: ArticleId
  commentId: CommentId | typeof ROOT
}

export function follow(tx: Writing, follow: Follow, at: number) {
  const insert = tx
    .change<DiscussionTables>()
    .insertInto('follow')
    .values({ ...follow, at })
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
