import type { Reading, Writing } from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { PersonId, PersonTables } from '../../people/index.ts'
import type { CommentId, ROOT } from '../comments/comment.ts'
import type { DiscussionTables } from '../tables.ts'

/** What somebody keeps to find again: an article (`commentId` 0), or a comment. */
export interface Saved {
  personId: PersonId
  articleId: ArticleId
  commentId: CommentId | typeof ROOT
}

/** The last of what one has read of what somebody saved. */
export type SavedCursor = Pick<Saved, 'articleId' | 'commentId'> & { at: number }

type Tables = DiscussionTables & PersonTables & { saved: Saved & { at: number } }

export function save(tx: Writing, saved: Saved, at: number) {
  const insert = tx
    .change<Tables>()
    .insertInto('saved')
    .values({ ...saved, at })
  return insert.onConflict((c) => c.doNothing()).execute()
}

export function unsave(tx: Writing, { personId, articleId, commentId }: Saved) {
  const saved = tx.change<Tables>().deleteFrom('saved').where('personId', '=', personId)
  return saved.where('articleId', '=', articleId).where('commentId', '=', commentId).execute()
}

export async function isSaved(db: Reading, { personId, articleId, commentId }: Saved): Promise<boolean> {
  const saved = db.look<Tables>().selectFrom('saved').select('at').where('personId', '=', personId)
  const row = saved.where('articleId', '=', articleId).where('commentId', '=', commentId)
  return (await row.executeTakeFirst()) !== undefined
}

/** What somebody saved, the latest first; of a removed comment there are no words. */
export function savedBy(db: Reading, personId: PersonId, before: SavedCursor | undefined, limit: number) {
  let saved = db
    .look<Tables>()
    .selectFrom('saved')
    .leftJoin('comment', 'comment.id', 'saved.commentId')
    .leftJoin('person', 'person.id', 'comment.authorId')
    .select(['saved.articleId', 'saved.commentId', 'saved.at', 'comment.label', 'comment.plain'])
    .select(['comment.authorId', 'person.name'])
    .where('saved.personId', '=', personId)
  if (before) {
    const { at, articleId, commentId } = before
    saved = saved.where((e) =>
      e(e.refTuple('saved.at', 'saved.articleId', 'saved.commentId'), '<', e.tuple(at, articleId, commentId)),
    )
  }
  return saved
    .orderBy('saved.at', 'desc')
    .orderBy('saved.articleId', 'desc')
    .orderBy('saved.commentId', 'desc')
    .limit(limit)
    .execute()
}
