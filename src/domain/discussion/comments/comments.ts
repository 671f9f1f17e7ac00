import { type ExpressionBuilder, type Kysely, type NotNull, type Selectable, sql } from 'kysely'
import { type Joint, padded, prepared, preparedChange, type Reading, type Writing } from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { PersonTables } from '../../people/index.ts'
import { bestAtFirst } from '../reactions/best.ts'
import type { DiscussionTables } from '../tables.ts'
import { type Comment, type CommentId, MOST_EDITS, ROOT, type Wording } from './comment.ts'

type Tables = DiscussionTables & PersonTables
type Looking = Pick<Kysely<Tables>, 'selectFrom'>

/** A comment that has its place, whether it stands or a tombstone does; nobody learns here of one that was never let in. */
export async function byId(db: Reading, id: CommentId): Promise<Comment | undefined> {
  const [comment] = await withId(db, { id })
  return comment
}

const withId = prepared((db: Looking, { id }: { id: CommentId }) =>
  db
    .selectFrom('comment')
    .selectAll()
    .where('id', '=', id)
    .where('ordinal', 'is not', null)
    .$narrowType<{ ordinal: NotNull }>(),
)

/** A comment as it is kept, seen or not, for those who decide about it. */
export type KeptComment = Omit<Comment, 'ordinal'> & { ordinal: number | null }

export function keptById(db: Reading, id: CommentId): Promise<KeptComment | undefined> {
  return db.look<Tables>().selectFrom('comment').selectAll().where('id', '=', id).executeTakeFirst()
}

/** What can be quoted from comments, for a bounded list; null where a tombstone stands. */
export async function plainOf(db: Reading, ids: readonly CommentId[]): Promise<Quotable[]> {
  return ids.length === 0 ? [] : quotable(db, { ids: padded(ids) })
}

type Quotable = Pick<Comment, 'id' | 'articleId' | 'label' | 'plain'>

const quotable = prepared((db: Looking, { ids }: { ids: CommentId[] }) =>
  db
    .selectFrom('comment')
    .select(['id', 'articleId', 'label', 'plain'])
    .where('id', 'in', ids)
    .where('ordinal', 'is not', null),
)

/** What a comment has to know of the one above it, all of which stays as it is. */
export type Parent = Pick<Comment, 'id' | 'articleId' | 'rootId' | 'depth' | 'label'>

export async function parentWith(db: Reading, id: CommentId): Promise<Parent | undefined> {
  const [parent] = await parents(db, { id })
  return parent
}

const parents = prepared((db: Looking, { id }: { id: CommentId }) =>
  db
    .selectFrom('comment')
    .select(['id', 'articleId', 'rootId', 'depth', 'label'])
    .where('id', '=', id)
    .where('ordinal', 'is not', null),
)

export async function discussionOf(db: Reading, articleId: ArticleId) {
  const [discussion] = await discussionUnder(db, { articleId })
  return discussion
}

const discussionUnder = prepared((db: Looking, { articleId }: { articleId: ArticleId }) =>
  db.selectFrom('discussion').selectAll().where('articleId', '=', articleId),
)

/** Counts of what stands, for a bounded list of articles. */
export async function visibleOn(db: Reading, articleIds: readonly ArticleId[]): Promise<Map<number, number>> {
  if (articleIds.length === 0) return new Map()
  const discussions = db.look<Tables>().selectFrom('discussion').select(['articleId', 'visible'])
  const rows = await discussions.where('articleId', 'in', articleIds).execute()
  return new Map(rows.map(({ articleId, visible }) => [articleId, visible]))
}

/** The words as their author last left them, with the number of that revision. */
export function latestWording(db: Reading, id: CommentId): Promise<(Wording & { number: number }) | undefined> {
  const revisions = db.look<Tables>().selectFrom('commentRevision').select(['words', 'html', 'plain', 'number'])
  return revisions.where('commentId', '=', id).orderBy('number', 'desc').limit(1).executeTakeFirst()
}

/** Every wording of a comment that is not hidden, oldest first: its first and as many as an author may change it. */
export function wordingsOf(db: Reading, id: CommentId, limit = MOST_EDITS + 1) {
  const revisions = db.look<Tables>().selectFrom('commentRevision').select(['number', 'html', 'at'])
  const shown = revisions.where('commentId', '=', id).where('hiddenAt', 'is', null)
  return shown.orderBy('number').limit(limit).execute()
}

/** The comment that came last to a discussion, removed or not; numbers are given while the discussion is held. */
export async function newestOn(db: Reading, articleId: ArticleId): Promise<CommentId | typeof ROOT> {
  const [newest] = await newestUnder(db, { articleId })
  return newest?.id ?? ROOT
}

const newestUnder = prepared((db: Looking, { articleId }: { articleId: ArticleId }) =>
  db
    .selectFrom('comment')
    .select('id')
    .where('articleId', '=', articleId)
    .where('ordinal', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1),
)

/** Every change to a comment that is there begins here: the row is made when the first comment comes, and is held until the change is done, so that no two changes wait for each other crosswise. */
export function lockDiscussion(tx: Writing, articleId: ArticleId) {
  const row = { articleId, nextRoot: 1, visible: 0, total: 0, lastActivityAt: null, locks: 0 }
  const insert = tx.change<Tables>().insertInto('discussion').values(row)
  const asItIs = (e: ExpressionBuilder<Tables, 'discussion'>) => ({ total: e.ref('discussion.total') })
  return insert.onConflict((c) => c.column('articleId').doUpdateSet(asItIs)).execute()
}

/** A comment before it has a number and a place. */
export type Unplaced = Omit<Comment, 'id' | 'ordinal' | 'label'>

/** Adds a comment that has neither number nor place yet. */
export function addUnnumbered(tx: Writing, comment: Unplaced): Promise<{ id: CommentId }> {
  const insert = tx.change<Tables>().insertInto('comment')
  return insert
    .values({ ...comment, ordinal: null, label: '' })
    .returning('id')
    .executeTakeFirstOrThrow()
}

/** Gives one that had none its place, under its parent or among the roots. */
export function giveNumber(tx: Writing, id: CommentId, place: Pick<Comment, 'ordinal' | 'label'>) {
  return tx.change<Tables>().updateTable('comment').where('id', '=', id).set(place).execute()
}

/** A root is its own root, which is known only once it has a number. */
export function makeOwnRoot(tx: Writing, id: CommentId) {
  return ownRoot(tx, { id })
}

const ownRoot = preparedChange((db: Kysely<Tables>, { id }: { id: CommentId }) =>
  db.updateTable('comment').set({ rootId: id }).where('id', '=', id),
)

export function addRevision(tx: Writing, commentId: CommentId, number: number, wording: Wording, at: number | null) {
  const { words, html, plain } = wording
  return tx.jointly(revisions, { commentId, number, words, html, plain, at })
}

const revisions: Joint<Omit<Selectable<Tables['commentRevision']>, 'id' | 'hiddenAt'>> = async (tx, rows) => {
  tx.also(tx.fill<Tables, 'commentRevision'>('commentRevision', rows))
  return []
}

type Shown = Pick<
  Comment,
  'state' | 'removalId' | 'locked' | 'html' | 'plain' | 'editedAt' | 'redactedAt' | 'appealedAt' | 'language'
>

/** Changes what stands on the page. */
export function show(tx: Writing, id: CommentId, shown: Partial<Shown>) {
  return tx.change<Tables>().updateTable('comment').set(shown).where('id', '=', id).execute()
}

/** Has a tombstone stand for each of these, by the last removal of each. */
export function showRemoved(tx: Writing, ids: readonly CommentId[]) {
  const comments = tx
    .change<Tables>()
    .updateTable('comment')
    .where('id', 'in', padded([...ids]))
  const removalId = sql<number>`(select max("removal"."id") from "removal" where "removal"."commentId" = "comment"."id")`
  const state = 'removed' as const
  return comments.set({ state, removalId, html: null, plain: null, best: bestAtFirst(state) }).execute()
}

/** Counts the comments that stand: so many more, or less. */
export function countVisible(tx: Writing, articleId: ArticleId, by: number) {
  const discussion = tx.change<Tables>().updateTable('discussion').where('articleId', '=', articleId)
  return discussion.set({ visible: sql<number>`visible + ${by}` }).execute()
}
