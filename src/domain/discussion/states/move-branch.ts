import { type RawBuilder, sql } from 'kysely'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import { type Comment, type CommentId, ROOT } from '../comments/comment.ts'
import * as comments from '../comments/comments.ts'
import { labelUnder } from '../comments/label.ts'
import { unplaced } from '../comments/placing.ts'
import { recountQuoters } from '../erasing/forget-quotations.ts'
import { branchMoved } from '../events.ts'
import type { DiscussionTables } from '../tables.ts'
import { forgetUnder } from '../thread/rankings.ts'
import * as removals from './removals.ts'

/** Larger branches are not moved at once. */
export const MOST_MOVED = 500

type NewPosition = Pick<Comment, 'articleId' | 'parentId' | 'rootId' | 'depth' | 'label'> & { ordinal: number }

export interface Moving {
  id: CommentId
  byId: Comment['authorId']
  at: number
}

/**
 * Moves a comment and all below it under another article, where it is a thread of its own; its old place leads there. Throws Trouble
 * where it stands there already, was never let in, or is too large.
 */
export async function moveBranch(tx: Writing, { id, byId, at, to }: Moving & { to: ArticleId }): Promise<void> {
  const { articleId: from } = await placed(tx, id)
  await lockBoth(tx, from, to)
  const root = await placed(tx, id)
  if (root.articleId === to) throw new Trouble('conflict', 'move.there-already')
  const ordinal = (await comments.discussionOf(tx, to))!.nextRoot
  const place = {
    articleId: to,
    parentId: ROOT,
    rootId: id,
    depth: 1,
    ordinal,
    label: labelUnder(null, ordinal),
  } as const
  await takePlace(tx, root, place, { at })
  await leaveBehind(tx, root, { byId, at })
  await countBoth(tx, root, place)
}

/** Moves a branch back to where it was; where others have come after it meanwhile, its place there leads on, too. */
export async function moveBack(tx: Writing, { id, byId, at }: Moving): Promise<void> {
  const found = await leftBehind(tx, id)
  if (!found) throw new Trouble('conflict', 'move.none')
  await lockBoth(tx, (await placed(tx, id)).articleId, found.articleId)
  const [root, left] = [await placed(tx, id), (await leftBehind(tx, id))!]
  const change = tx.change<DiscussionTables>()
  await change.deleteFrom('removal').where('commentId', '=', left.id).execute()
  await change.deleteFrom('comment').where('id', '=', left.id).execute()
  const { articleId, parentId, ordinal, label, depth } = left
  const rootId = parentId === ROOT ? id : left.rootId
  const place = { articleId, parentId, rootId, depth, label, ordinal: ordinal! }
  const isLast = (await comments.discussionOf(tx, root.articleId))!.nextRoot === root.ordinal + 1
  await takePlace(tx, root, place, { at })
  if (!isLast) await leaveBehind(tx, root, { byId, at })
  await countBoth(tx, root, place)
}

async function placed(db: Reading, id: CommentId): Promise<Comment> {
  const comment = await comments.byId(db, id)
  if (!comment || comment.movedToId !== null) throw new Trouble('missing', 'comment.missing')
  return comment
}

async function lockBoth(tx: Writing, one: ArticleId, other: ArticleId): Promise<void> {
  for (const articleId of [one, other].toSorted((a, b) => a - b)) await comments.lockDiscussion(tx, articleId)
}

/** The place that it left last. */
function leftBehind(db: Reading, id: CommentId): Promise<comments.KeptComment | undefined> {
  const left = db.look<DiscussionTables>().selectFrom('comment').selectAll().where('movedToId', '=', id)
  return left.orderBy('id', 'desc').limit(1).executeTakeFirst()
}

async function takePlace(tx: Writing, root: Comment, place: NewPosition, { at }: Pick<Moving, 'at'>): Promise<void> {
  const branch = await branchOf(tx, root)
  if (branch.length > MOST_MOVED) throw new Trouble('invalid', 'move.too-many', { limit: MOST_MOVED })
  const ids = branch.map((one) => one.id)
  await putUnder(tx, branch, place)
  await takeAlong(tx, ids, place)
  await recountQuoters(tx, await quotedBy(tx, ids), at)
  for (const articleId of [root.articleId, place.articleId]) tx.note(branchMoved, { about: root.id, articleId, at })
}

async function countBoth(tx: Writing, root: Comment, place: NewPosition): Promise<void> {
  for (const articleId of [root.articleId, place.articleId]) {
    await countAnew(tx, articleId)
    await forgetUnder(tx, articleId)
  }
  for (const thread of new Set([root.rootId, place.rootId, root.id])) await countThread(tx, thread)
}

type InBranch = Pick<comments.KeptComment, 'id' | 'parentId' | 'ordinal'>

/** A comment and all below it, those first that stand above others. */
async function branchOf(db: Reading, { id, articleId }: Comment): Promise<InBranch[]> {
  const rows = db.look<DiscussionTables>().withRecursive('below', (query) =>
    query
      .selectFrom('comment')
      .select(['id', 'parentId', 'ordinal', 'depth'])
      .where('id', '=', id)
      .unionAll((more) =>
        more
          .selectFrom('below')
          .innerJoin('comment as reply', 'reply.parentId', 'below.id')
          .select(['reply.id', 'reply.parentId', 'reply.ordinal', 'reply.depth'])
          .where('reply.articleId', '=', articleId),
      ),
  )
  const found = rows.selectFrom('below').select(['id', 'parentId', 'ordinal']).orderBy('depth').orderBy('id')
  return found.limit(MOST_MOVED + 1).execute()
}

/** Gives all of them their new place: numbers among themselves stay, and what begins each label is another. */
async function putUnder(tx: Writing, [first, ...below]: readonly InBranch[], place: NewPosition): Promise<void> {
  const known = new Map([[first!.id as number, { depth: place.depth, label: place.label }]])
  for (const { id, parentId, ordinal } of below) {
    const parent = known.get(parentId)!
    known.set(id, { depth: parent.depth + 1, label: ordinal === null ? '' : labelUnder(parent.label, ordinal) })
  }
  const { articleId, rootId, parentId, ordinal } = place
  const rows = [...known].map(([id, { depth, label }]) => sql`(${int(id)}, ${int(depth)}, cast(${label} as text))`)
  const top = tx.change<DiscussionTables>().updateTable('comment').where('id', '=', first!.id)
  await top.set({ articleId, parentId, ordinal }).execute()
  await sql`update "comment" set "articleId" = ${articleId}, "rootId" = ${rootId}, "depth" = "place"."column2", "label" = "place"."column3"
    from (values ${sql.join(rows)}) as "place" where "comment"."id" = "place"."column1"`.execute(
    tx.change<DiscussionTables>(),
  )
}

function int(value: number): RawBuilder<unknown> {
  return sql`cast(${value} as bigint)`
}

const BESIDE = ['quotation', 'formerQuotation', 'removal', 'hold', 'heldEdit', 'reaction', 'saved'] as const

/** What is kept of them by article goes with them. */
async function takeAlong(tx: Writing, ids: readonly CommentId[], { articleId, rootId }: NewPosition): Promise<void> {
  const change = tx.change<DiscussionTables>()
  const moved = { articleId }
  for (const table of BESIDE)
    await change
      .updateTable(table as 'removal')
      .set(moved)
      .where('commentId', 'in', ids)
      .execute()
  const decided = (table: 'removal' | 'hold') => change.selectFrom(table).select('id').where('commentId', 'in', ids)
  await change.updateTable('restoration').set(moved).where('removalId', 'in', decided('removal')).execute()
  await change.updateTable('admission').set(moved).where('holdId', 'in', decided('hold')).execute()
  const followed = change.updateTable('follow').set({ articleId, rootId })
  await followed.where('commentId', 'in', ids).execute()
}

/** Where it stood, its number is kept and leads on; at the end of a discussion there is nothing to keep. */
async function leaveBehind(tx: Writing, root: Comment, { byId, at }: Pick<Moving, 'byId' | 'at'>): Promise<void> {
  const { id: movedToId, articleId, parentId, rootId, depth, ordinal, label, postedAt } = root
  const shown = { articleId, authorId: null, language: null, html: null, plain: null, postedAt }
  const unnumbered = { ...unplaced({ ...shown, state: 'removed' }, undefined), parentId, rootId, depth, movedToId }
  const { id } = await comments.addUnnumbered(tx, unnumbered)
  if (parentId === ROOT) await comments.makeOwnRoot(tx, id)
  await comments.giveNumber(tx, id, { ordinal, label })
  const removalId = await removals.addRemoval(tx, { id, articleId }, { byId, cause: 'moved', ruleId: null, at })
  await comments.show(tx, id, { removalId })
}

async function countAnew(tx: Writing, articleId: ArticleId): Promise<void> {
  await sql`update "discussion" set "total" = c."total", "visible" = c."visible", "locks" = c."locks",
      "nextRoot" = c."nextRoot", "lastActivityAt" = c."last"
    from (select count(*) as "total", count(case when "state" = 'stands' then 1 end) as "visible",
        count(case when "locked" = 1 then 1 end) as "locks", max("postedAt") as "last",
        coalesce(max(case when "parentId" = ${ROOT} then "ordinal" end), 0) + 1 as "nextRoot"
      from "comment" where "articleId" = ${articleId} and "ordinal" is not null) as c
    where "discussion"."articleId" = ${articleId}`.execute(tx.change<DiscussionTables>())
}

/** @NOTE only a root counts what stands below it, and knows when something came there last. */
async function countThread(tx: Writing, id: CommentId): Promise<void> {
  const change = tx.change<DiscussionTables>()
  const root = await comments.byId(tx, id)
  if (!root) return
  const isRoot = root.parentId === ROOT
  const thread = change.selectFrom('comment').where('articleId', '=', root.articleId).where('rootId', '=', id)
  const counted = thread.where('ordinal', 'is not', null)
  const { many, last } = await counted
    .select((e) => [e.fn.countAll<number>().as('many'), e.fn.max('postedAt').as('last')])
    .executeTakeFirstOrThrow()
  const counts = isRoot
    ? { descendants: Number(many) - 1, lastActivityAt: last }
    : { descendants: 0, lastActivityAt: root.postedAt }
  await change.updateTable('comment').set(counts).where('id', '=', id).execute()
}

async function quotedBy(db: Reading, ids: readonly CommentId[]): Promise<CommentId[]> {
  const quotations = db.look<DiscussionTables>().selectFrom('quotation').select('ofCommentId').distinct()
  const rows = await quotations.where('commentId', 'in', ids).where('ofCommentId', 'is not', null).execute()
  return rows.map(({ ofCommentId }) => ofCommentId!)
}
