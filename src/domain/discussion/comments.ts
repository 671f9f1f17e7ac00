import { type ExpressionBuilder, sql } from 'kysely'
import type { Reading, Writing } from '../../store/index.ts'
import type { ArticleId } from '../articles/index.ts'
import type { PersonTables } from '../people/index.ts'
import { type Comment, type CommentId, MOST_EDITS, ROOT, type Tombstone, type Wording } from './comment.ts'
import type { DiscussionTables } from './tables.ts'

type Tables = DiscussionTables & PersonTables

export interface Place {
  parentId: CommentId | typeof ROOT
  ordinal: number
}

export function byId(db: Reading, id: CommentId): Promise<Comment | undefined> {
  return db.look<Tables>().selectFrom('comment').selectAll().where('id', '=', id).executeTakeFirst()
}

export function discussionOf(db: Reading, articleId: ArticleId) {
  return db.look<Tables>().selectFrom('discussion').selectAll().where('articleId', '=', articleId).executeTakeFirst()
}

/** Counts of what stands, for a bounded list of articles. */
export async function visibleOn(db: Reading, articleIds: readonly ArticleId[]): Promise<Map<number, number>> {
  if (articleIds.length === 0) return new Map()
  const discussions = db.look<Tables>().selectFrom('discussion').select(['articleId', 'visible'])
  const rows = await discussions.where('articleId', 'in', articleIds).execute()
  return new Map(rows.map(({ articleId, visible }) => [articleId, visible]))
}

export function tombstoneOf(db: Reading, id: CommentId): Promise<Tombstone | undefined> {
  const tombstones = db.look<Tables>().selectFrom('tombstone').select(['cause', 'ruleId', 'at'])
  return tombstones.where('commentId', '=', id).executeTakeFirst()
}

/** The words as their author last left them, with the number of that revision. */
export function latestWording(db: Reading, id: CommentId): Promise<(Wording & { number: number }) | undefined> {
  const revisions = db.look<Tables>().selectFrom('commentRevision').select(['words', 'html', 'plain', 'number'])
  return revisions.where('commentId', '=', id).orderBy('number', 'desc').limit(1).executeTakeFirst()
}

/** Every wording of a comment, oldest first: its first and as many as an author may change it. */
export function wordingsOf(db: Reading, id: CommentId, limit = MOST_EDITS + 1) {
  const revisions = db.look<Tables>().selectFrom('commentRevision').select(['number', 'html', 'at'])
  return revisions.where('commentId', '=', id).orderBy('number').limit(limit).execute()
}

/** The comment that came last to a discussion, removed or not; numbers are given while the discussion is held. */
export async function newestOn(db: Reading, articleId: ArticleId): Promise<CommentId | typeof ROOT> {
  const comments = db.look<Tables>().selectFrom('comment').select('id').where('articleId', '=', articleId)
  return (await comments.orderBy('id', 'desc').limit(1).executeTakeFirst())?.id ?? ROOT
}

/** Every change to a comment that is there begins here: the row is made when the first comment comes, and is held until the change is done, so that no two changes wait for each other crosswise. */
export function hold(tx: Writing, articleId: ArticleId) {
  const row = { articleId, nextRoot: 1, visible: 0, total: 0, lastActivityAt: null }
  const insert = tx.change<Tables>().insertInto('discussion').values(row)
  const asItIs = (e: ExpressionBuilder<Tables, 'discussion'>) => ({ total: e.ref('discussion.total') })
  return insert.onConflict((c) => c.column('articleId').doUpdateSet(asItIs)).execute()
}

/** Counts one more comment in a discussion, which is made when it is the first and held until the change is done; gives the next ordinal among the roots, taken when this is one. */
export async function takePlace(
  tx: Writing,
  articleId: ArticleId,
  { isRoot, isShown, at }: { isRoot: boolean; isShown: boolean; at: number | null },
): Promise<number> {
  const [roots, visible] = [Number(isRoot), Number(isShown)]
  const row = { articleId, nextRoot: 1 + roots, visible, total: 1, lastActivityAt: at }
  const insert = tx.change<Tables>().insertInto('discussion').values(row)
  const more = (column: string, by: number) => sql<number>`${sql.ref(`discussion.${column}`)} + ${by}`
  const counted = insert.onConflict((c) =>
    c.column('articleId').doUpdateSet({
      nextRoot: more('nextRoot', roots),
      visible: more('visible', visible),
      total: more('total', 1),
      ...(at !== null && { lastActivityAt: later('discussion', at) }),
    }),
  )
  const { nextRoot } = await counted.returning('nextRoot').executeTakeFirstOrThrow()
  return nextRoot - roots
}

/** Counts one more reply under a parent, and below its root; gives the reply's ordinal. */
export async function takeReply(tx: Writing, { id, rootId }: Pick<Comment, 'id' | 'rootId'>, at: number | null) {
  const comments = () => tx.change<Tables>().updateTable('comment')
  const below = {
    descendants: sql<number>`descendants + 1`,
    ...(at !== null && { lastActivityAt: later('comment', at) }),
  }
  const given = await comments()
    .set({
      nextReply: sql<number>`${sql.ref('nextReply')} + 1`,
      replies: sql<number>`replies + 1`,
      ...(id === rootId && below),
    })
    .where('id', '=', id)
    .returning('nextReply')
    .executeTakeFirstOrThrow()
  if (id !== rootId) await comments().set(below).where('id', '=', rootId).execute()
  return given.nextReply - 1
}

export function add(tx: Writing, comment: Omit<Comment, 'id'> & { id?: CommentId }): Promise<Comment> {
  return tx.change<Tables>().insertInto('comment').values(comment).returningAll().executeTakeFirstOrThrow()
}

/** A root is its own root, which is known only once it has a number. */
export function makeOwnRoot(tx: Writing, id: CommentId) {
  return tx.change<Tables>().updateTable('comment').set({ rootId: id }).where('id', '=', id).execute()
}

export function addRevision(tx: Writing, commentId: CommentId, number: number, wording: Wording, at: number | null) {
  const { words, html, plain } = wording
  return tx
    .change<Tables>()
    .insertInto('commentRevision')
    .values({ commentId, number, words, html, plain, at })
    .execute()
}

/** Changes what stands on the page; null where a tombstone takes its place. */
export function show(tx: Writing, id: CommentId, shown: Partial<Pick<Comment, 'html' | 'plain' | 'editedAt'>>) {
  return tx.change<Tables>().updateTable('comment').set(shown).where('id', '=', id).execute()
}

/** Counts the comments that stand: one more, or one less. */
export function countVisible(tx: Writing, articleId: ArticleId, by: 1 | -1) {
  const discussion = tx.change<Tables>().updateTable('discussion').where('articleId', '=', articleId)
  return discussion.set({ visible: sql<number>`visible + ${by}` }).execute()
}

/** An import may bring comments in another order than they were written in. */
function later(table: 'discussion' | 'comment', at: number) {
  const last = sql.ref(`${table}.lastActivityAt`)
  return sql<number>`case when ${last} > ${at} then ${last} else ${at} end`
}

export async function addTombstone(tx: Writing, comment: Comment, { cause, ruleId, at }: Tombstone): Promise<boolean> {
  const row = { commentId: comment.id, articleId: comment.articleId, cause, ruleId, at }
  const insert = tx
    .change<Tables>()
    .insertInto('tombstone')
    .values(row)
    .onConflict((c) => c.doNothing())
  return (await insert.returning('commentId').execute()).length > 0
}

export async function takeTombstone(tx: Writing, id: CommentId): Promise<boolean> {
  const tombstones = tx.change<Tables>().deleteFrom('tombstone').where('commentId', '=', id)
  return (await tombstones.returning('commentId').execute()).length > 0
}
