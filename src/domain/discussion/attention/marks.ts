import { sql } from 'kysely'
import type { Reading, Writing } from '../../../store/index.ts'
import type { PersonId, PersonTables } from '../../people/index.ts'
import { type CommentId, ROOT } from '../comments/comment.ts'
import type { DiscussionTables } from '../tables.ts'
import type { Mark, MarkCursor, MarkTables } from './mark.ts'

type Tables = DiscussionTables & PersonTables

/** What somebody keeps of articles and comments, for one purpose. */
export interface Marks {
  /** Nothing changes where it is marked already. */
  mark(tx: Writing, mark: Mark, at: number): Promise<unknown>
  unmark(tx: Writing, mark: Mark): Promise<unknown>
  isMarked(db: Reading, mark: Mark): Promise<boolean>
  /** The latest first; of a removed comment there are no words. */
  markedBy(db: Reading, personId: PersonId, before: MarkCursor | undefined, limit: number): Promise<Marked[]>
}

export type Marked = Awaited<ReturnType<typeof markedBy>>[number]

/** What somebody wants to be told of. */
export const follows = marksIn('follow', ({ commentId }) => ({
  rootId: sql<CommentId>`coalesce((select "rootId" from "comment" where "id" = ${commentId}), ${ROOT})`,
}))

/** What somebody keeps to find again. */
export const saved = marksIn('saved')

function marksIn(table: keyof MarkTables, more: (mark: Mark) => object = () => ({})): Marks {
  return {
    mark(tx, mark, at) {
      const insert = tx
        .change<Tables>()
        .insertInto(table)
        .values({ ...mark, ...more(mark), at } as never)
      return insert.onConflict((c) => c.doNothing()).execute()
    },

    unmark(tx, { personId, articleId, commentId }) {
      const marks = tx.change<Tables>().deleteFrom(table).where('personId', '=', personId)
      return marks.where('articleId', '=', articleId).where('commentId', '=', commentId).execute()
    },

    async isMarked(db, { personId, articleId, commentId }) {
      const marks = db.look<Tables>().selectFrom(table).select('at').where('personId', '=', personId)
      const row = marks.where('articleId', '=', articleId).where('commentId', '=', commentId)
      return (await row.executeTakeFirst()) !== undefined
    },

    markedBy: (db, personId, before, limit) => markedBy(db, table, personId, { before, limit }),
  }
}

function markedBy(
  db: Reading,
  table: keyof MarkTables,
  personId: PersonId,
  { before, limit }: { before: MarkCursor | undefined; limit: number },
) {
  let marks = db
    .look<Tables>()
    .selectFrom(`${table} as mark` as 'saved as mark')
    .leftJoin('comment', 'comment.id', 'mark.commentId')
    .leftJoin('person', 'person.id', 'comment.authorId')
    .select(['mark.articleId', 'mark.commentId', 'mark.at', 'comment.label', 'comment.plain'])
    .select(['comment.authorId', 'person.name'])
    .where('mark.personId', '=', personId)
  if (before) {
    const { at, articleId, commentId } = before
    marks = marks.where((e) =>
      e(e.refTuple('mark.at', 'mark.articleId', 'mark.commentId'), '<', e.tuple(at, articleId, commentId)),
    )
  }
  return marks
    .orderBy('mark.at', 'desc')
    .orderBy('mark.articleId', 'desc')
    .orderBy('mark.commentId', 'desc')
    .limit(limit)
    .execute()
}
