import { type NotNull, sql } from 'kysely'
import { latestSeq, padded, type Reading } from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { PersonId, PersonTables } from '../../people/index.ts'
import { type CommentId, ROOT } from '../comments/comment.ts'
import { discussionOf, newestOn } from '../comments/comments.ts'
import type { DiscussionTables } from '../tables.ts'
import { placedAfter } from './ranked-reads.ts'

/** A thread from its first comment to its last. */
export interface Bar {
  id: CommentId
  ordinal: number
  at: number | null
  until: number | null
  count: number
}

/** A comment in its thread, which is told by that thread's ordinal. */
export interface Spot {
  id: CommentId
  parentId: CommentId | typeof ROOT
  /** Null where nobody is named, and where a tombstone stands. */
  authorId: PersonId | null
  name: string | null
  label: string
  thread: number
  depth: number
  at: number | null
  quotedBy: number
  /** 1 where a tombstone stands. */
  removed: number
}

/** A discussion seen from afar: of what is too much, the most answered threads and the most quoted comments, and others evenly between. */
export interface DiscussionMap {
  threads: number
  comments: number
  bars: Bar[]
  spots: Spot[]
  version: number
}

const MOST_BARS = 100
const MOST_SPOTS = 200
const SAMPLE = 128
const MOST_QUOTED = 40
const OWN = 100
/** So many of a person's latest comments are looked through for those in one discussion. */
const LOOKED_THROUGH = 2_000
/** So many of a discussion's latest comments are looked through for those that are new to somebody. */
const LATEST = 200

/** Draws up the map of a discussion from a bounded number of rows, whatever its size. */
export async function mapOf(db: Reading, articleId: ArticleId): Promise<DiscussionMap> {
  const discussion = await discussionOf(db, articleId)
  const [threads, comments] = [(discussion?.nextRoot ?? 1) - 1, discussion?.total ?? 0]
  return {
    threads,
    comments,
    bars: await barsOf(db, articleId, threads),
    spots: await (comments <= MOST_SPOTS ? spots(db, articleId).limit(MOST_SPOTS).execute() : sampled(db, articleId)),
    version: await latestSeq(db),
  }
}

/** Where one person's latest comments stand in a discussion. */
export function ownSpots(db: Reading, articleId: ArticleId, personId: PersonId): Promise<Spot[]> {
  const comments = db.look<DiscussionTables>().selectFrom('comment').select('id').where('authorId', '=', personId)
  const latest = comments.orderBy('id', 'desc').limit(LOOKED_THROUGH).as('latest')
  const own = db.look<DiscussionTables>().selectFrom(latest).select('latest.id')
  return spots(db, articleId, 'desc').where('comment.id', 'in', own).limit(OWN).execute()
}

/** Where the latest of what came after a comment stands, but for what these people wrote. */
export function spotsSince(
  db: Reading,
  articleId: ArticleId,
  since: CommentId | typeof ROOT,
  by: readonly PersonId[] = [],
): Promise<Spot[]> {
  const comments = db.look<DiscussionTables>().selectFrom('comment').select(['id', 'authorId'])
  const placed = comments.where('articleId', '=', articleId).where('ordinal', 'is not', null)
  const after = placed.where('id', '>', since as CommentId)
  const latest = after.orderBy('id', 'desc').limit(LATEST).as('latest')
  const all = db.look<DiscussionTables>().selectFrom(latest).select('latest.id')
  const others = all.where((e) => e.or([e('authorId', 'is', null), e('authorId', 'not in', padded(by))]))
  const fresh = by.length === 0 ? all : others
  return spots(db, articleId, 'desc').where('comment.id', 'in', fresh).limit(OWN).execute()
}

async function barsOf(db: Reading, articleId: ArticleId, threads: number): Promise<Bar[]> {
  const roots = db
    .look<DiscussionTables>()
    .selectFrom('comment')
    .select(['id', 'ordinal', 'postedAt as at', 'lastActivityAt as until'])
    .select(sql<number>`"descendants" + 1`.as('count'))
  const placed = roots.where('articleId', '=', articleId).where('parentId', '=', ROOT).where('ordinal', 'is not', null)
  const inOrder = placed.$narrowType<{ ordinal: NotNull }>().orderBy('ordinal')
  if (threads <= MOST_BARS) return inOrder.limit(MOST_BARS).execute()
  const under = { articleId, parentId: ROOT, order: 'replied' } as const
  const answered = await placedAfter(db, under, undefined, MOST_BARS / 2)
  const most = await placed
    .$narrowType<{ ordinal: NotNull }>()
    .where('id', 'in', padded(answered.map(({ id }) => id)))
    .execute()
  const between = evenly(1, threads, MOST_BARS / 2)
  const others = await inOrder.where('ordinal', 'in', padded(between)).execute()
  const known = new Set(most.map(({ id }) => id))
  return [...most, ...others.filter(({ id }) => !known.has(id))].sort((one, other) => one.ordinal - other.ordinal)
}

/** The most quoted, and of all others those that stand nearest to evenly spaced numbers. */
async function sampled(db: Reading, articleId: ArticleId): Promise<Spot[]> {
  const [first] = await spots(db, articleId).limit(1).execute()
  const nearest = evenly(first?.id ?? 1, await newestOn(db, articleId), SAMPLE).map(
    (from) => sql`select * from (select "id" from "comment" where "articleId" = ${articleId} and "id" >= ${from}
        and "ordinal" is not null order by "id" limit 1) as "nearest"`,
  )
  const some = sql<{ id: CommentId }>`(${sql.join(nearest, sql` union `)})`.as('some')
  const quoted = await spots(db, articleId, 'none')
    .where(sql<boolean>`comment."quotedBy" > 0`)
    .orderBy('comment.quotedBy', 'desc')
    .orderBy('comment.id')
    .limit(MOST_QUOTED)
    .execute()
  const known = new Set(quoted.map(({ id }) => id))
  const others = await spots(db, articleId)
    .where('comment.id', 'in', db.look<DiscussionTables>().selectFrom(some).select('some.id'))
    .execute()
  return [...others.filter(({ id }) => !known.has(id)), ...quoted].sort((one, other) => one.id - other.id)
}

function spots(db: Reading, articleId: ArticleId, order: 'asc' | 'desc' | 'none' = 'asc') {
  const comments = db
    .look<DiscussionTables & PersonTables>()
    .selectFrom('comment')
    .innerJoin('comment as root', 'root.id', 'comment.rootId')
    .leftJoin('person', 'person.id', 'comment.authorId')
    .select(['comment.id', 'comment.parentId', 'root.ordinal as thread', 'comment.depth', 'comment.postedAt as at'])
    .select(['comment.quotedBy', sql<number>`case when comment."state" = 'stands' then 0 else 1 end`.as('removed')])
    .select(sql<PersonId | null>`case when comment."state" = 'stands' then comment."authorId" end`.as('authorId'))
    .select(sql<string | null>`case when comment."state" = 'stands' then person."name" end`.as('name'))
    .select('comment.label')
    .where('comment.articleId', '=', articleId)
    .where('comment.ordinal', 'is not', null)
    .$narrowType<{ thread: NotNull }>()
  return order === 'none' ? comments : comments.orderBy('comment.id', order)
}

function evenly(first: number, last: number, count: number): number[] {
  const step = (last - first) / (count - 1)
  return [...new Set(Array.from({ length: count }, (_, at) => Math.round(first + at * step)))]
}
