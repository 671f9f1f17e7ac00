import type { Reading, Writing } from '../../store/index.ts'
import type { ArticleId } from '../articles/index.ts'
import type { PersonId } from '../people/index.ts'
import { type Comment, type CommentId, ROOT } from './comment.ts'
import { idsAbove } from './reads.ts'
import type { DiscussionTables } from './tables.ts'

/** What somebody follows: an article's whole discussion (`commentId` 0), or a comment and all below it. */
export interface Follow {
  personId: PersonId
  articleId: ArticleId
  commentId: CommentId | typeof ROOT
}

const MOST_BRANCHES = 1_000
/** So far above a comment a branch is found that somebody follows. */
const FURTHEST = 1_000

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

/** The places whose followers hear of a comment: the whole discussion, and every followed branch in which it stands. */
export async function followedAround(db: Reading, comment: Comment): Promise<(CommentId | typeof ROOT)[]> {
  const branches = await followedIn(db, comment)
  if (branches.size === 0) return [ROOT]
  const above = await idsAbove(db, comment, FURTHEST)
  return [ROOT, ...new Set([...above, comment.rootId].filter((id) => branches.has(id)))]
}

/** Branches of a comment's own thread that somebody follows. */
async function followedIn(db: Reading, { articleId, rootId }: Comment): Promise<Set<CommentId | typeof ROOT>> {
  const rows = await db
    .look<DiscussionTables>()
    .selectFrom('follow')
    .innerJoin('comment', 'comment.id', 'follow.commentId')
    .select('follow.commentId')
    .distinct()
    .where('follow.articleId', '=', articleId)
    .where('comment.rootId', '=', rootId)
    .limit(MOST_BRANCHES)
    .execute()
  return new Set(rows.map(({ commentId }) => commentId))
}
