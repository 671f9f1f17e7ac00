import { Trouble } from '../../../kit/trouble.ts'
import type { Joint, Writing } from '../../../store/index.ts'
import { bestAtFirst } from '../reactions/best.ts'
import { NO_REACTIONS } from '../reactions/reaction.ts'
import type { DiscussionTables } from '../tables.ts'
import { type Comment, type CommentId, type CommentState, ROOT, UNDECIDED } from './comment.ts'
import type { Parent, Unplaced } from './comments.ts'
import {
  type Above,
  type CountedDiscussion,
  countIn,
  countUnder,
  type InDiscussion,
  type UnderComment,
} from './counts.ts'
import { stemUnder } from './label.ts'
import { lockedAmong } from './locks.ts'

export interface Placing {
  articleId: Comment['articleId']
  parent: Parent | undefined
  authorId: Comment['authorId']
  language: string | null
  state: CommentState
  html: string | null
  plain: string | null
  postedAt: number | null
}

/** Where a comment came to stand, whether a tombstone stands above it, and whether its branch is locked. */
export interface Placed {
  comment: Comment
  isUnderTombstone: boolean
  isLocked: boolean
}

/**
 * Gives a comment its number and its place in the tree, and counts it; all that come at once together. Throws when its
 * parent is of another article.
 */
export function place(tx: Writing, placing: Placing): Promise<Placed> {
  const { parent, articleId } = placing
  if (parent && parent.articleId !== articleId) throw new Trouble('missing', 'comment.parent-missing')
  return tx.jointly(placeAll, placing)
}

/** @NOTE a discussion is held from when it is counted, so its numbers are given in the order of its places. */
const placeAll: Joint<Placing, Placed> = async (tx, all) => {
  const [discussions, above, ids] = await Promise.all([
    discussionsOf(tx, all),
    countUnder(tx, commentsAbove(all)),
    tx.numbers('comment', all.length),
  ])
  const aboveById = new Map(above.map((one) => [one.id, one]))
  const ordinals = ordinalsOf(all, discussions, aboveById)
  const locked = await lockedAmong(tx, parentsWhereLocked(all, discussions))
  const placed = all.map(({ parent, ...shown }, at) => {
    const id = ids[at]! as CommentId
    const unnumbered = unplaced(shown, parent)
    const [ordinal, rootId] = [ordinals[at]!, parent?.rootId ?? id]
    const comment = { ...unnumbered, id, rootId, ordinal, label: `${stemUnder(parent?.label ?? null)}${ordinal}` }
    return {
      comment,
      isUnderTombstone: parent !== undefined && aboveById.get(parent.id)!.state !== 'stands',
      isLocked: parent !== undefined && locked.has(parent.id),
    }
  })
  const rows = placed.map(({ comment }) => comment)
  tx.also(tx.fill<DiscussionTables, 'comment'>('comment', rows))
  return placed
}

/** A comment as it is before it has a number. */
export function unplaced(shown: Omit<Placing, 'parent'>, parent: Parent | undefined): Unplaced {
  return {
    ...shown,
    removalId: null,
    ...UNDECIDED,
    parentId: parent?.id ?? ROOT,
    rootId: parent?.rootId ?? (ROOT as CommentId),
    depth: (parent?.depth ?? 0) + 1,
    editedAt: null,
    replies: 0,
    nextReply: 1,
    descendants: 0,
    lastActivityAt: shown.postedAt,
    quotedBy: 0,
    quoters: '',
    ...NO_REACTIONS,
    best: bestAtFirst(shown.state),
  }
}

/** Counts comments in their discussions, and gives where the roots of each go on, and how many of its branches are locked. */
async function discussionsOf(tx: Writing, all: readonly Placing[]): Promise<Map<number, CountedDiscussion>> {
  const byArticle = Map.groupBy(all, ({ articleId }) => articleId)
  const discussions = [...byArticle].map(([articleId, some]) => inDiscussion(articleId, some))
  discussions.sort((one, other) => one.articleId - other.articleId)
  return new Map(await Promise.all(discussions.map(async (one) => [one.articleId, await countIn(tx, one)] as const)))
}

/** @NOTE in most discussions nothing is locked, and nobody pays for a look up the branch. */
function parentsWhereLocked(all: readonly Placing[], discussions: ReadonlyMap<number, CountedDiscussion>): CommentId[] {
  const parents = all.flatMap(({ parent, articleId }) =>
    parent && discussions.get(articleId)!.locks > 0 ? parent.id : [],
  )
  return [...new Set(parents)]
}

function inDiscussion(articleId: Placing['articleId'], some: readonly Placing[]): InDiscussion {
  return {
    articleId,
    roots: some.filter(({ parent }) => !parent).length,
    visible: some.filter(({ state }) => state === 'stands').length,
    total: some.length,
    at: latest(some.map(({ postedAt }) => postedAt)),
  }
}

/** What all of them change in comments above: the counts of each, once. */
function commentsAbove(all: readonly Placing[]): UnderComment[] {
  const above = new Map<CommentId, UnderComment>()
  for (const { parent, postedAt } of all) {
    if (!parent) continue
    among(above, parent.id).replies++
    const root = among(above, parent.rootId)
    root.below++
    root.at = latest([root.at, postedAt])
  }
  return [...above.values()].toSorted((one, other) => one.id - other.id)
}

function among(above: Map<CommentId, UnderComment>, id: CommentId): UnderComment {
  const known = above.get(id)
  if (known) return known
  const fresh = { id, replies: 0, below: 0, at: null }
  above.set(id, fresh)
  return fresh
}

/** Hands out the places that were taken, in the order in which they were asked for. */
function ordinalsOf(
  all: readonly Placing[],
  discussions: ReadonlyMap<number, CountedDiscussion>,
  above: ReadonlyMap<CommentId, Above>,
): number[] {
  const placeOf = ({ parent, articleId }: Placing) => (parent ? `under ${parent.id}` : `in ${articleId}`)
  const left = new Map<string, number>()
  for (const one of all) left.set(placeOf(one), (left.get(placeOf(one)) ?? 0) + 1)
  return all.map((one) => {
    const [place, next] = [
      placeOf(one),
      one.parent ? above.get(one.parent.id)!.nextReply : discussions.get(one.articleId)!.nextRoot,
    ]
    const further = left.get(place)!
    left.set(place, further - 1)
    return next - further
  })
}

function latest(moments: readonly (number | null)[]): number | null {
  const known = moments.filter((at) => at !== null)
  return known.length > 0 ? Math.max(...known) : null
}
