import type { Reading } from '../../store/index.ts'
import { latestSeq } from '../../store/index.ts'
import type { ArticleId } from '../articles/index.ts'
import { type CommentId, ROOT } from './comment.ts'
import { discussionOf, newestOn } from './comments.ts'
import { ancestorsOf, type Row, shownRow, underEach, underOne } from './reads.ts'
import { filled, type ShownComment } from './shown.ts'

/** A comment with the first of its replies, and how many follow. */
export interface Branch {
  comment: ShownComment
  replies: Branch[]
  more: { under: CommentId; after: number; count: number } | null
}

/** A bounded part of a discussion: so many under one parent, the first replies under each, and where the rest is. */
export interface Window {
  articleId: ArticleId
  /** The nearest comments above a branch, from the root down; none above roots. */
  ancestors: ShownComment[]
  /** The roots of a page, or the one branch that was asked for. */
  branches: Branch[]
  /** The cursor for the page before this one, when there is one. */
  before: number | null
  /** How many roots follow, and the cursor for them. */
  more: { after: number; count: number } | null
  visible: number
  total: number
  /** The comment that came last; 0 where there is none. */
  newest: CommentId | typeof ROOT
  /** The journal's number of the state that was read. */
  version: number
}

export interface Asked {
  articleId: ArticleId
  under: CommentId | typeof ROOT
  /** The ordinal after which the page begins. */
  after: number
}

export const PAGE = 50
const FIRST_REPLIES = 10
const DEEPEST = 12
const MOST = 250
const ANCESTORS = 8

/** Reads one page of a discussion: a bounded number of rows, whatever its size. Undefined when `under` is not of it. */
export async function windowOf(db: Reading, asked: Asked): Promise<Window | undefined> {
  const { articleId, under, after } = asked
  const parent = under === ROOT ? undefined : await shownRow(db, under)
  if (under !== ROOT && parent?.articleId !== articleId) return
  const discussion = await discussionOf(db, articleId)
  const first = await underOne(db, articleId, under, after, PAGE)
  const below = await levelsBelow(db, articleId, first)
  const ancestors = parent ? await ancestorsOf(db, parent, ANCESTORS) : []
  const rows = [...(parent ? [parent] : []), ...first, ...below]
  const shown = new Map((await filled(db, [...ancestors, ...rows])).map((comment) => [comment.id, comment]))
  const branchOf = grower(
    shown,
    Map.groupBy(rows, (row) => row.parentId),
  )
  const last = first.at(-1)?.ordinal ?? after
  const roots = (discussion?.nextRoot ?? 1) - 1
  return {
    articleId,
    ancestors: ancestors.map(({ id }) => shown.get(id)!),
    branches: parent ? [branchOf(parent, after)] : first.map((row) => branchOf(row)),
    before: after > 0 ? Math.max(0, after - PAGE) : null,
    more: !parent && roots > last ? { after: last, count: roots - last } : null,
    visible: discussion?.visible ?? 0,
    total: discussion?.total ?? 0,
    newest: await newestOn(db, articleId),
    version: await latestSeq(db),
  }
}

/** Grows a branch from the rows under each parent; `after` is the ordinal before the first reply that was read. */
function grower(shown: ReadonlyMap<CommentId, ShownComment>, rowsUnder: ReadonlyMap<number, readonly Row[]>) {
  return function branchOf({ id, replies }: Row, after = 0): Branch {
    const rows = rowsUnder.get(id) ?? []
    const last = rows.at(-1)?.ordinal ?? after
    const more = replies > last ? { under: id, after: last, count: replies - last } : null
    return { comment: shown.get(id)!, replies: rows.map((row) => branchOf(row)), more }
  }
}

/** The replies under a page's comments, level by level, until the page is full. */
async function levelsBelow(db: Reading, articleId: ArticleId, first: readonly Row[]): Promise<Row[]> {
  const below: Row[] = []
  let level = first
  for (let depth = 1; depth < DEEPEST; depth++) {
    const parents = level.filter(({ replies }) => replies > 0).map(({ id }) => id)
    const room = MOST - below.length
    if (parents.length === 0 || room <= 0) break
    level = await underEach(db, articleId, parents, FIRST_REPLIES, room)
    below.push(...level)
  }
  return below
}
