import { Trouble } from '../../../kit/trouble.ts'
import type { Joint, Writing } from '../../../store/index.ts'
import { bestAtFirst } from '../reactions/best.ts'
import { NO_REACTIONS } from '../reactions/reaction.ts'
import type { DiscussionTables } from '../tables.ts'
import { type Comment, type CommentId, type CommentState, ROOT } from './comment.ts'
import type { Parent, Unplaced } from './comments.ts'
import { type Above, countIn, countUnder, type InDiscussion, type UnderComment } from './counts.ts'
import { stemUnder } from './label.ts'

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

/** Where a comment came to stand, and whether a tombstone stands above it. */
export interface Placed {
  comment: Comment
  isUnderTombstone: boolean
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
  const [nextRoots, above, ids] = await Promise.all([
    nextRootsOf(tx, all),
    countUnder(tx, commentsAbove(all)),
    tx.numbers('comment', all.length),
  ])
  const aboveById = new Map(above.map((one) => [one.id, one]))
  const ordinals = ordinalsOf(all, nextRoots, aboveById)
  const placed = all.map(({ parent, ...shown }, at) => {
    const id = ids[at]! as CommentId
    const unnumbered = unplaced(shown, parent)
    const [ordinal, rootId] = [ordinals[at]!, parent?.rootId ?? id]
    const comment = { ...unnumbered, id, rootId, ordinal, label: `${stemUnder(parent?.label ?? null)}${ordinal}` }
    return { comment, isUnderTombstone: parent !== undefined && aboveById.get(parent.id)!.state !== 'stands' }
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

/** Counts comments in their discussions, and gives where the roots of each go on. */
async function nextRootsOf(tx: Writing, all: readonly Placing[]): Promise<Map<number, number>> {
  const byArticle = Map.groupBy(all, ({ articleId }) => articleId)
  const discussions = [...byArticle].map(([articleId, some]) => inDiscussion(articleId, some))
  discussions.sort((one, other) => one.articleId - other.articleId)
  return new Map(await Promise.all(discussions.map(async (one) => [one.articleId, await countIn(tx, one)] as const)))
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
  nextRoots: ReadonlyMap<number, number>,
  above: ReadonlyMap<CommentId, Above>,
): number[] {
  const placeOf = ({ parent, articleId }: Placing) => (parent ? `under ${parent.id}` : `in ${articleId}`)
  const left = new Map<string, number>()
  for (const one of all) left.set(placeOf(one), (left.get(placeOf(one)) ?? 0) + 1)
  return all.map((one) => {
    const [place, next] = [
      placeOf(one),
      one.parent ? above.get(one.parent.id)!.nextReply : nextRoots.get(one.articleId)!,
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
