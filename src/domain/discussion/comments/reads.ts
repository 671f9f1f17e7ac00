import { type ExpressionBuilder, type Kysely, type NotNull, sql } from 'kysely'
import { padded, prepared, type Reading } from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { FormerNameTables, GrantTables, PersonId, PersonTables } from '../../people/index.ts'
import { COUNTS } from '../reactions/reaction.ts'
import type { DiscussionTables } from '../tables.ts'
import type { CommentId, ROOT } from './comment.ts'
import { stands } from './stands.ts'

type Tables = DiscussionTables & PersonTables & GrantTables & FormerNameTables
type Looking = Pick<Kysely<Tables>, 'selectFrom'>

export type ShownRow = Awaited<ReturnType<typeof firstUnderOne>>[number]

/** The comments under one parent after an ordinal, oldest first. */
export function underOne(
  db: Reading,
  articleId: ArticleId,
  under: CommentId | typeof ROOT,
  after: number,
  limit: number,
) {
  return firstUnderOne(db, { articleId, under, after, limit })
}

interface UnderOne {
  articleId: ArticleId
  under: CommentId | typeof ROOT
  limit: number
}

const firstUnderOne = prepared((db: Looking, { articleId, under, after, limit }: UnderOne & { after: number }) =>
  rows(db)
    .where('comment.articleId', '=', articleId)
    .where('comment.parentId', '=', under)
    .where('comment.ordinal', '>', after)
    .orderBy('comment.ordinal')
    .limit(limit),
)

/** The first `each` replies under every one of these, at most `limit` in all. Ordinals are dense, so this is a range of the index. */
export function underEach(
  db: Reading,
  articleId: ArticleId,
  parents: readonly CommentId[],
  each: number,
  limit: number,
) {
  return firstUnderEach(db, { articleId, parents: padded(parents), each, limit })
}

interface UnderEach {
  articleId: ArticleId
  parents: CommentId[]
  each: number
  limit: number
}

const firstUnderEach = prepared((db: Looking, { articleId, parents, each, limit }: UnderEach) =>
  rows(db)
    .where('comment.articleId', '=', articleId)
    .where('comment.parentId', 'in', parents)
    .where('comment.ordinal', '<=', each)
    .orderBy('comment.parentId')
    .orderBy('comment.ordinal')
    .limit(limit),
)

/** The comments under one parent before an ordinal (0: from the end), newest first. */
export function lastUnderOne(
  db: Reading,
  articleId: ArticleId,
  under: CommentId | typeof ROOT,
  before: number,
  limit: number,
) {
  return lastUnderOneBefore(db, { articleId, under, before: before || Number.MAX_SAFE_INTEGER, limit })
}

const lastUnderOneBefore = prepared((db: Looking, { articleId, under, before, limit }: UnderOne & { before: number }) =>
  rows(db)
    .where('comment.articleId', '=', articleId)
    .where('comment.parentId', '=', under)
    .where('comment.ordinal', '<', before)
    .orderBy('comment.ordinal', 'desc')
    .limit(limit),
)

/** The last `each` replies under every one of these, newest first, at most `limit` in all: each parent's row says where its last begin. */
export function lastUnderEach(
  db: Reading,
  articleId: ArticleId,
  parents: readonly CommentId[],
  each: number,
  limit: number,
) {
  return lastUnderEachOf(db, { articleId, parents: padded(parents), each, limit })
}

const lastUnderEachOf = prepared((db: Looking, { articleId, parents, each, limit }: UnderEach) =>
  rows(db)
    .innerJoin('comment as parent', 'parent.id', 'comment.parentId')
    .where('comment.articleId', '=', articleId)
    .where('parent.id', 'in', parents)
    .where('comment.ordinal', '>=', sql<number>`${sql.ref('parent.nextReply')} - ${each}`)
    .orderBy('comment.parentId', 'desc')
    .orderBy('comment.ordinal', 'desc')
    .limit(limit),
)

export async function shownRow(db: Reading, id: CommentId): Promise<ShownRow | undefined> {
  const [row] = await rowsWithIds(db, { ids: [id] })
  return row
}

/** A bounded list of comments, by number. */
export async function shownRows(db: Reading, ids: readonly CommentId[]): Promise<ShownRow[]> {
  return ids.length === 0 ? [] : rowsWithIds(db, { ids: padded(ids) })
}

const rowsWithIds = prepared((db: Looking, { ids }: { ids: CommentId[] }) =>
  rows(db).where('comment.id', 'in', ids).orderBy('comment.id'),
)

/** The latest comments that stand in a discussion, newest first. */
export function latestShownRows(db: Reading, articleId: ArticleId, limit: number): Promise<ShownRow[]> {
  const shown = rows(db.look()).where('comment.articleId', '=', articleId).where(stands('comment'))
  return shown.orderBy('comment.id', 'desc').limit(limit).execute()
}

/** What one person wrote that still stands, newest first, before a comment's number. */
export function writtenBy(
  db: Reading,
  personId: PersonId,
  before: CommentId | undefined,
  limit: number,
): Promise<ShownRow[]> {
  let written = rows(db.look()).where('comment.authorId', '=', personId).where(stands('comment'))
  if (before) written = written.where('comment.id', '<', before)
  return written.orderBy('comment.id', 'desc').limit(limit).execute()
}

/** The nearest comments above one, from the root's side down. */
export async function ancestorsOf(
  db: Reading,
  { parentId }: Pick<ShownRow, 'parentId'>,
  limit: number,
): Promise<ShownRow[]> {
  const ids = await idsAbove(db, { parentId }, limit)
  if (ids.length === 0) return []
  return rows(db.look()).where('comment.id', 'in', padded(ids)).orderBy('comment.depth').execute()
}

/** The numbers of the nearest comments above one, found parent by parent. */
async function idsAbove(db: Reading, { parentId }: Pick<ShownRow, 'parentId'>, limit: number): Promise<CommentId[]> {
  const found = await db
    .look<Tables>()
    .withRecursive('above', (with_) =>
      with_
        .selectFrom('comment')
        .select(['comment.id', 'comment.parentId', sql<number>`1`.as('step')])
        .where('comment.id', '=', parentId as CommentId)
        .unionAll(
          with_
            .selectFrom('above')
            .innerJoin('comment', 'comment.id', 'above.parentId')
            .select(['comment.id', 'comment.parentId', sql<number>`step + 1`.as('step')])
            .where('step', '<', limit),
        ),
    )
    .selectFrom('above')
    .select('id')
    .execute()
  return found.map(({ id }) => id)
}

/** Of what was never let in nobody learns. */
function rows(db: Looking) {
  return db
    .selectFrom('comment')
    .leftJoin('person', 'person.id', 'comment.authorId')
    .leftJoin('removal', 'removal.id', 'comment.removalId')
    .select([
      'comment.id',
      'comment.articleId',
      'comment.parentId',
      'comment.rootId',
      'comment.depth',
      'comment.ordinal',
      'comment.state',
      'comment.locked',
      'comment.redactedAt',
      'comment.appealedAt',
      'comment.movedToId',
      'comment.label',
      'comment.authorId',
      'comment.language',
      'comment.html',
      'comment.postedAt',
      'comment.editedAt',
      'comment.replies',
      'comment.descendants',
      'comment.quotedBy',
      'comment.quoters',
      ...COUNTS.map((count) => `comment.${count}` as const),
      'person.name as authorName',
      'removal.cause',
      'removal.ruleId',
      'removal.at as removedAt',
    ])
    .select([authorGrant, authorFormerly])
    .where('comment.ordinal', 'is not', null)
    .$narrowType<{ ordinal: NotNull }>()
}

type Row = ExpressionBuilder<Tables, 'comment'>

/** A role that the author holds, where there is one. */
function authorGrant(e: Row) {
  const held = e.selectFrom('roleGrant').select((of) => of.fn.min('roleGrant.id').as('id'))
  return held
    .whereRef('roleGrant.personId', '=', 'comment.authorId')
    .where('roleGrant.takenAt', 'is', null)
    .as('authorGrant')
}

/** The name that the author has lately given up. */
function authorFormerly(e: Row) {
  const former = e.selectFrom('formerName').select('formerName.name')
  return former
    .whereRef('formerName.personId', '=', 'comment.authorId')
    .where('formerName.hiddenAt', 'is', null)
    .limit(1)
    .as('authorFormerly')
}
