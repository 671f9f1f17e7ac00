import { type Kysely, type RawBuilder, sql } from 'kysely'
import { padded, preparedChange, type Writing } from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { DiscussionTables } from '../tables.ts'
import type { Comment, CommentId } from './comment.ts'

/** What comes to a discussion at once. */
export interface InDiscussion {
  articleId: ArticleId
  roots: number
  visible: number
  total: number
  at: number | null
}

/** Counts what comes to a discussion, which is made when it is the first and held until the change is done; answers with the place of the next root, and how many branches are locked. */
export async function countIn(tx: Writing, { roots, ...some }: InDiscussion): Promise<CountedDiscussion> {
  const [discussion] = await countedIn(tx, { nextRoot: 1 + roots, ...some })
  return discussion!
}

export interface CountedDiscussion {
  nextRoot: number
  locks: number
}

type Counted = Omit<InDiscussion, 'roots'> & { nextRoot: number }

const countedIn = preparedChange((db: Kysely<DiscussionTables>, { at: lastActivityAt, ...counts }: Counted) => {
  const sum = (column: string) => sql<number>`${sql.ref(`discussion.${column}`)} + ${sql.ref(`excluded.${column}`)}`
  return db
    .insertInto('discussion')
    .values({ ...counts, lastActivityAt, locks: 0 })
    .onConflict((c) =>
      c.column('articleId').doUpdateSet({
        nextRoot: sql<number>`${sum('nextRoot')} - 1`,
        visible: sum('visible'),
        total: sum('total'),
        lastActivityAt: later('discussion', sql.ref('excluded.lastActivityAt')),
      }),
    )
    .returning(['nextRoot', 'locks'])
})

/** What comes under a comment at once: replies to it, and where it is a root, all that comes below it. */
export interface UnderComment {
  id: CommentId
  replies: number
  below: number
  at: number | null
}

export type Above = Pick<Comment, 'id' | 'nextReply' | 'state'>

/** Counts what comes under comments; answers with each as it is then. */
export async function countUnder(tx: Writing, all: readonly UnderComment[]): Promise<Above[]> {
  if (all.length === 0) return []
  const some = padded(all)
  return countedUnder(tx, {
    ids: some.map(({ id }) => id),
    replies: some.map(({ replies }) => replies),
    below: some.map(({ below }) => below),
    moments: some.map(({ at }) => at),
  })
}

interface Columns {
  ids: CommentId[]
  replies: number[]
  below: number[]
  moments: (number | null)[]
}

/** @NOTE so both databases call the columns of values that stand in no table; these have no types of their own either. */
interface Coming {
  column1: CommentId
  column2: number
  column3: number
  column4: number | null
}

const countedUnder = preparedChange((db: Kysely<DiscussionTables>, { ids, replies, below, moments }: Columns) => {
  const int = (value: number | null) => sql`cast(${value} as bigint)`
  const rows = ids.map((id, at) => sql`(${sql.join([id, replies[at]!, below[at]!, moments[at]!].map(int))})`)
  const coming = sql<Coming>`(values ${sql.join(rows)})`.as<'coming'>('coming')
  return db
    .updateTable('comment')
    .from(coming)
    .set({
      nextReply: sql<number>`"comment"."nextReply" + "coming"."column2"`,
      replies: sql<number>`"comment"."replies" + "coming"."column2"`,
      descendants: sql<number>`"comment"."descendants" + "coming"."column3"`,
      lastActivityAt: later('comment', sql.ref('coming.column4')),
    })
    .whereRef('comment.id', '=', 'coming.column1')
    .returning(['comment.id', 'comment.nextReply', 'comment.state'])
})

/** An import may bring comments in another order than they were written in. */
function later(table: 'discussion' | 'comment', at: RawBuilder<unknown>) {
  const last = sql.ref(`${table}.lastActivityAt`)
  return sql<number>`case when ${last} > ${at} then ${last} else coalesce(${at}, ${last}) end`
}
