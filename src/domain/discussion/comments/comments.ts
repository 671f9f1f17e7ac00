import { type ExpressionBuilder, type Kysely, type NotNull, type RawBuilder, type Selectable, sql } from 'kysely'
import { prepared, preparedChange, type Reading, type Writing } from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { PersonTables } from '../../people/index.ts'
import type { DiscussionTables } from '../tables.ts'
import { type Comment, type CommentId, MOST_EDITS, ROOT, type Wording } from './comment.ts'
import { padded } from './reads.ts'

type Tables = DiscussionTables & PersonTables
type Looking = Pick<Kysely<Tables>, 'selectFrom'>

export interface TreePosition {
  parentId: CommentId | typeof ROOT
  ordinal: number
}

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

/** Every wording of a comment, oldest first: its first and as many as an author may change it. */
export function wordingsOf(db: Reading, id: CommentId, limit = MOST_EDITS + 1) {
  const revisions = db.look<Tables>().selectFrom('commentRevision').select(['number', 'html', 'at'])
  return revisions.where('commentId', '=', id).orderBy('number').limit(limit).execute()
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
  const row = { articleId, nextRoot: 1, visible: 0, total: 0, lastActivityAt: null }
  const insert = tx.change<Tables>().insertInto('discussion').values(row)
  const asItIs = (e: ExpressionBuilder<Tables, 'discussion'>) => ({ total: e.ref('discussion.total') })
  return insert.onConflict((c) => c.column('articleId').doUpdateSet(asItIs)).execute()
}

/** Counts one more comment in a discussion, which is made when it is the first and held until the change is done. */
export function nextRootPosition(
  tx: Writing,
  articleId: ArticleId,
  { isRoot, isShown, at }: { isRoot: boolean; isShown: boolean; at: number | null },
) {
  return countedIn(tx, { articleId, nextRoot: 1 + Number(isRoot), visible: Number(isShown), at })
}

type Counted = { articleId: ArticleId; nextRoot: number; visible: number; at: number | null }

const countedIn = preparedChange((db: Kysely<Tables>, { articleId, nextRoot, visible, at }: Counted) => {
  const row = { articleId, nextRoot, visible, total: 1, lastActivityAt: at }
  const sum = (column: string) => sql<number>`${sql.ref(`discussion.${column}`)} + ${sql.ref(`excluded.${column}`)}`
  return db
    .insertInto('discussion')
    .values(row)
    .onConflict((c) =>
      c.column('articleId').doUpdateSet({
        nextRoot: sql<number>`${sum('nextRoot')} - 1`,
        visible: sum('visible'),
        total: sum('total'),
        lastActivityAt: later('discussion', sql.ref('excluded.lastActivityAt')),
      }),
    )
})

/** Counts one more reply under a parent, and below its root; says whether a tombstone stands there. */
export async function nextReplyPosition(tx: Writing, { id, rootId }: Parent, at: number | null): Promise<boolean> {
  if (rootId !== id) tx.also(countedBelow(tx, { rootId, at }))
  const [counted] = await countedUnder(tx, { id, at })
  return counted!.isTombstone === 1
}

/** @NOTE a root is its own root, and counts what is below it in the same breath. */
const countedUnder = preparedChange((db: Kysely<Tables>, { id, at }: { id: CommentId; at: number | null }) => {
  const below = oneBelow(at)
  const ifRoot = (column: 'descendants' | 'lastActivityAt') =>
    sql<number>`case when "parentId" = ${ROOT} then ${below[column]} else ${sql.ref(column)} end`
  return db
    .updateTable('comment')
    .set({
      nextReply: sql<number>`"nextReply" + 1`,
      replies: sql<number>`"replies" + 1`,
      descendants: ifRoot('descendants'),
      lastActivityAt: ifRoot('lastActivityAt'),
    })
    .where('id', '=', id)
    .returning(IS_TOMBSTONE.as('isTombstone'))
})

const IS_TOMBSTONE = sql<0 | 1>`case when "state" = 'stands' then 0 else 1 end`

const countedBelow = preparedChange((db: Kysely<Tables>, { rootId, at }: { rootId: CommentId; at: number | null }) =>
  db.updateTable('comment').set(oneBelow(at)).where('id', '=', rootId),
)

function oneBelow(at: number | null) {
  return { descendants: sql<number>`"descendants" + 1`, lastActivityAt: later('comment', sql`cast(${at} as bigint)`) }
}

/** A comment before it has a number and a place. */
export type Unplaced = Omit<Comment, 'id' | 'ordinal' | 'label'>

/** Adds a comment in the place that was taken last, under its parent or among the roots. */
export async function add(tx: Writing, comment: Unplaced, stem: string): Promise<Comment> {
  const place = comment.parentId === ROOT ? amongRoots : underParent
  const [added] = await place(tx, { ...comment, stem })
  return { ...comment, ...added! }
}

const amongRoots = preparedChange((db: Kysely<Tables>, { stem, ...comment }: Unplaced & { stem: string }) =>
  inserted(db, comment, lastRoot(comment), stem),
)

const underParent = preparedChange((db: Kysely<Tables>, { stem, ...comment }: Unplaced & { stem: string }) =>
  inserted(db, comment, lastReply(comment), stem),
)

function lastRoot({ articleId }: Pick<Comment, 'articleId'>): RawBuilder<number> {
  return sql<number>`(select "nextRoot" - 1 from "discussion" where "articleId" = ${articleId})`
}

function lastReply({ parentId }: Pick<Comment, 'parentId'>): RawBuilder<number> {
  return sql<number>`(select parent."nextReply" - 1 from "comment" as parent where parent."id" = ${parentId})`
}

function inserted(db: Kysely<Tables>, comment: Unplaced, ordinal: RawBuilder<number>, stem: string) {
  return db
    .insertInto('comment')
    .values({ ...comment, ordinal, label: labelled(stem, ordinal) })
    .returning(['id', 'ordinal', 'label'])
    .$narrowType<{ ordinal: NotNull }>()
}

function labelled(stem: string, ordinal: RawBuilder<number>): RawBuilder<string> {
  return sql<string>`cast(${stem} as text) || ${ordinal}`
}

/** Adds a comment that has neither number nor place yet. */
export function addUnnumbered(tx: Writing, comment: Unplaced): Promise<{ id: CommentId }> {
  const insert = tx.change<Tables>().insertInto('comment')
  return insert
    .values({ ...comment, ordinal: null, label: '' })
    .returning('id')
    .executeTakeFirstOrThrow()
}

/** Gives one that had none the number that was taken last, under its parent or among the roots. */
export function giveNumber(tx: Writing, comment: Pick<Comment, 'id' | 'articleId' | 'parentId'>, stem: string) {
  const ordinal = comment.parentId === ROOT ? lastRoot(comment) : lastReply(comment)
  const update = tx.change<Tables>().updateTable('comment').where('id', '=', comment.id)
  return update.set({ ordinal, label: labelled(stem, ordinal) }).execute()
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
  return revision(tx, { commentId, number, words, html, plain, at })
}

const revision = preparedChange((db: Kysely<Tables>, row: Omit<Selectable<Tables['commentRevision']>, 'id'>) =>
  db.insertInto('commentRevision').values(row),
)

type Shown = Pick<Comment, 'state' | 'removalId' | 'html' | 'plain' | 'editedAt'>

/** Changes what stands on the page. */
export function show(tx: Writing, id: CommentId, shown: Partial<Shown>) {
  return tx.change<Tables>().updateTable('comment').set(shown).where('id', '=', id).execute()
}

/** Counts the comments that stand: one more, or one less. */
export function countVisible(tx: Writing, articleId: ArticleId, by: 1 | -1) {
  const discussion = tx.change<Tables>().updateTable('discussion').where('articleId', '=', articleId)
  return discussion.set({ visible: sql<number>`visible + ${by}` }).execute()
}

/** An import may bring comments in another order than they were written in. */
function later(table: 'discussion' | 'comment', at: RawBuilder<unknown>) {
  const last = sql.ref(`${table}.lastActivityAt`)
  return sql<number>`case when ${last} > ${at} then ${last} else coalesce(${at}, ${last}) end`
}
