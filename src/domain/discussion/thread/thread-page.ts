import type { Reading } from '../../../store/index.ts'
import { latestSeq } from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import { type CommentId, ROOT } from '../comments/comment.ts'
import { discussionOf, newestOn } from '../comments/comments.ts'
import { ancestorsOf, lastUnderEach, type ShownRow, shownRow, underEach } from '../comments/reads.ts'
import { filled, type ShownComment } from '../comments/shown.ts'
import type { Order } from './order.ts'
import type { NextPage, PageCursor } from './page-cursor.ts'
import { highestUnderEach } from './ranked-reads.ts'
import { nextPageAfter, repliesPage } from './replies-page.ts'

/** A comment with the first of its replies, and where the others are. */
export interface Branch {
  comment: ShownComment
  replies: Branch[]
  more: NextPage | null
}

/** A bounded part of a discussion: so many under one parent, the first replies under each, and where the rest is. */
export interface ThreadPage {
  articleId: ArticleId
  order: Order
  /** The root and the nearest comments above a branch, from the root down; none above roots. */
  ancestors: ShownComment[]
  /** The roots of a page, or the one branch that was asked for. */
  branches: Branch[]
  /** The page before this one, when there is one. */
  before: PageCursor | null
  /** The page on which further roots follow. */
  more: NextPage | null
  visible: number
  total: number
  /** The comment that came last; 0 where there is none. */
  newest: CommentId | typeof ROOT
  /** The journal's number of the state that was read. */
  version: number
}

export type PageRequest = Pick<PageCursor, 'under' | 'after'> & Partial<PageCursor> & { articleId: ArticleId }

/** How many replies a page shows under each comment at first. */
export const FIRST_REPLIES = 10
const DEEPEST = 12
const MOST = 150
/** For fewer than these a full page asks no further question. */
const FEW = 20
const ANCESTORS = 8

/** Reads one page of a discussion: a bounded number of rows, whatever its size. Undefined when `under` is not of it. */
export async function threadPage(db: Reading, { articleId, ...asked }: PageRequest): Promise<ThreadPage | undefined> {
  const part: PageCursor = { order: 'oldest', before: 0, ranking: 0, ...asked }
  const { under, order } = part
  const parent = under === ROOT ? undefined : await shownRow(db, under)
  if (under !== ROOT && parent?.articleId !== articleId) return
  const [discussion, newest, version] = await Promise.all([
    discussionOf(db, articleId),
    newestOn(db, articleId),
    latestSeq(db),
  ])
  const count = parent ? parent.replies : (discussion?.nextRoot ?? 1) - 1
  const page = await repliesPage(db, articleId, part, count)
  const below = await levelsBelow(db, articleId, order, page.rows)
  const ancestors = parent ? await wayTo(db, parent) : []
  const rows = [...(parent ? [parent] : []), ...page.rows, ...below]
  const shown = new Map((await filled(db, [...ancestors, ...rows])).map((comment) => [comment.id, comment]))
  const branchOf = grower(order, shown, below)
  const rowsBelow = page.rows.map(branchOf)
  const branches = parent ? [{ comment: shown.get(parent.id)!, replies: rowsBelow, more: page.more }] : rowsBelow
  const roots = parent === undefined ? page.rows : page.before === null && parent.depth === 1 ? [parent] : []
  for (const [at, { descendants }] of roots.entries()) countWhole(branches[at]!, descendants)
  return {
    articleId,
    order,
    ancestors: ancestors.map(({ id }) => shown.get(id)!),
    branches,
    before: page.before,
    more: parent ? null : page.more,
    visible: discussion?.visible ?? 0,
    total: discussion?.total ?? 0,
    newest,
    version,
  }
}

/** The root, and the nearest of the comments between it and this one. */
async function wayTo(db: Reading, comment: ShownRow): Promise<ShownRow[]> {
  const nearest = await ancestorsOf(db, comment, ANCESTORS)
  const root = nearest[0] && nearest[0].id !== comment.rootId ? await shownRow(db, comment.rootId) : undefined
  return root ? [root, ...nearest] : nearest
}

/** Grows branches from the rows below a page's comments. */
function grower(order: Order, shown: ReadonlyMap<CommentId, ShownComment>, below: readonly ShownRow[]) {
  const rowsUnder = Map.groupBy(below, (row) => row.parentId)
  return function branchOf({ id, replies }: ShownRow): Branch {
    const rows = rowsUnder.get(id) ?? []
    const more = nextPageAfter({ under: id, order, after: 0, before: 0, ranking: 0 }, rows, replies)
    return { comment: shown.get(id)!, replies: rows.map(branchOf), more }
  }
}

/** Where one link alone leads on in a thread, all lies behind it that its root counts and the page does not show. */
function countWhole(thread: Branch, descendants: number): void {
  const all = [...throughout(thread)]
  const [link, ...others] = all.flatMap(({ more }) => more ?? [])
  if (link && others.length === 0) link.whole = descendants - (all.length - 1)
}

function* throughout(branch: Branch): Iterable<Branch> {
  yield branch
  for (const reply of branch.replies) yield* throughout(reply)
}

/** How the first replies under each of many comments are read. */
const FIRST_UNDER: Record<Order, typeof underEach> = {
  oldest: underEach,
  newest: lastUnderEach,
  active: underEach,
  best: (db, articleId, ...rest) => highestUnderEach(db, { articleId, order: 'best' }, ...rest),
  replied: (db, articleId, ...rest) => highestUnderEach(db, { articleId, order: 'replied' }, ...rest),
}

/** The replies under a page's comments, level by level, until the page is full: as many to each thread as to the others. */
async function levelsBelow(
  db: Reading,
  articleId: ArticleId,
  order: Order,
  first: readonly ShownRow[],
): Promise<ShownRow[]> {
  const below: ShownRow[] = []
  let level = first
  for (let depth = 1; depth < DEEPEST; depth++) {
    const room = MOST - below.length - (depth === 1 ? setAside(first) : 0)
    const parents = level.filter(({ replies }) => replies > 0).slice(0, room)
    if (parents.length === 0 || room < FEW) break
    const ids = parents.map(({ id }) => id)
    const rows = await FIRST_UNDER[order](db, articleId, ids, mostEach(parents, room), room)
    const rowsUnder = Map.groupBy(rows, ({ parentId }) => parentId)
    level = ids.flatMap((id) => rowsUnder.get(id) ?? [])
    below.push(...level)
  }
  return below
}

/** A third of the room is left to what stands deeper, as far as there is any; of comments that are no roots that is not known. */
function setAside(first: readonly ShownRow[]): number {
  const deeper = first.reduce((sum, { replies, descendants }) => sum + Math.max(0, descendants - replies), 0)
  return Math.min(deeper, MOST / 3)
}

/** How many replies of each there is room for, up to the number that a page shows at first. */
function mostEach(parents: readonly ShownRow[], room: number): number {
  const taken = (each: number) => parents.reduce((sum, { replies }) => sum + Math.min(replies, each), 0)
  let each = FIRST_REPLIES
  while (each > 1 && taken(each) > room) each--
  return each
}
