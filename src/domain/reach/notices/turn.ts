import { sql } from 'kysely'
import { type Entry, type EventType, entriesSince, oneOf, type Reading } from '../../../store/index.ts'
import { publicationOf } from '../../articles/index.ts'
import { commentEdited, commentPosted } from '../../discussion/index.ts'
import type { PersonId } from '../../people/index.ts'
import { standingOf } from '../journal-reader.ts'
import { digestAfter, WAIT_MS } from '../mailings/queue.ts'
import type { Standing } from '../standing.ts'
import type { ReachTables } from '../tables.ts'
import { lastNoticeId } from './notices.ts'

export const READER = 'notices'

/** What is told in one go: of the entries from one to another, to the people after one up to another. */
export interface NoticeBatch {
  first: number
  last: number
  after: number
  upTo: number
  /** When the digest goes that holds all of it. */
  digestAt: number
  /** The notice after which those of this turn come. */
  lastNotice: number
  /** Where the reader stands before and after. */
  from: Standing
  to: Standing
  /** Whether there is more to be told at once. */
  isMore: boolean
}

type BatchPart = Pick<NoticeBatch, 'last' | 'upTo' | 'to'>

/** What people are told of. */
export const NEWS: readonly EventType[] = [commentPosted, commentEdited]
export const NEWS_KINDS = NEWS.map(({ kind }) => kind)
export const isNews = oneOf(NEWS)

/** So far above a comment a branch is found that somebody follows; its thread always is. */
export const FURTHEST = 1_000

const AT_ONCE = 200
/** About so many rows are looked at and told of in one go, however many follow a discussion: others write in between. */
const MOST_ROWS = 500
const EVERYBODY = Number.MAX_SAFE_INTEGER

/** What is to be told next, of as much as can be told in one go; undefined where there is nothing. */
export async function nextBatch(db: Reading): Promise<NoticeBatch | 'not begun' | undefined> {
  const from = await standingOf(db, READER)
  if (!from) return 'not begun'
  const entries = await entriesSince(db, from.seq, AT_ONCE)
  const [first] = entries
  if (!first) return
  const { zone } = await publicationOf(db)
  const digestAt = digestAfter(zone, (entries.find(isNews) ?? first).at)
  const next = entries.findIndex((entry) => isNews(entry) && entry.at + WAIT_MS >= digestAt)
  const part = await partOf(db, from, next < 0 ? entries : entries.slice(0, next))
  return {
    ...part,
    first: first.seq,
    after: from.personId,
    digestAt,
    lastNotice: await lastNoticeId(db),
    from,
    isMore: entries.length === AT_ONCE || part.to.seq < entries.at(-1)!.seq,
  }
}

async function partOf(db: Reading, { seq, personId }: Standing, entries: readonly Entry[]): Promise<BatchPart> {
  const first = entries[0]!
  const upTo = isNews(first) ? await lastOfMany(db, first, personId) : undefined
  if (upTo) return { last: first.seq, upTo, to: { seq, personId: upTo } }
  const isBegun = personId !== 0 || entries.length === 1
  const last = isBegun ? first.seq : await lastAtOnce(db, first.seq, entries.at(-1)!.seq)
  return { last, upTo: EVERYBODY, to: { seq: last, personId: 0 } }
}

/** The person with whom a turn is full, where as many follow the thread or the discussion of one entry. */
async function lastOfMany(db: Reading, { about }: Entry, after: Standing['personId']): Promise<PersonId | undefined> {
  const next = (rootId: 'rootId' | 0) => sql`select * from (
    select "follow"."personId" from "comment" cross join "follow"
    where "comment"."id" = ${about} and "follow"."articleId" = "comment"."articleId"
      and "follow"."rootId" = ${rootId === 0 ? 0 : sql.ref('comment.rootId')} and "follow"."personId" > ${after}
    order by "follow"."personId" limit ${MOST_ROWS}) as "some"`
  const both = sql<{ personId: PersonId }>`(${next(0)} union all ${next('rootId')})`.as('next')
  const people = db.look<ReachTables>().selectFrom(both).select('personId').orderBy('personId')
  return (
    await people
      .offset(MOST_ROWS - 1)
      .limit(1)
      .executeTakeFirst()
  )?.personId
}

/** The last entry up to which no more than a turn's rows are looked at; at least the first. */
async function lastAtOnce(db: Reading, first: number, last: number): Promise<number> {
  let rows = 0
  for (const entry of await effortFor(db, first, last)) {
    rows += entry.effort
    if (rows > MOST_ROWS && entry.seq > first) return entry.seq - 1
  }
  return last
}

/** About how many rows each entry makes: followers of its discussion and its thread, and where the thread has any, the way up. */
function effortFor(db: Reading, first: number, last: number) {
  const efforts = sql<{ seq: number; effort: number }>`(with
    "news" as (
      select "journal"."seq", "comment"."articleId", "comment"."rootId", "comment"."depth"
      from "journal" inner join "comment" on "comment"."id" = "journal"."about"
      where "journal"."seq" between ${first} and ${last} and "journal"."kind" in (${sql.join(NEWS_KINDS)})),
    "place" as (select "articleId", 0 as "rootId" from "news" union select "articleId", "rootId" from "news"),
    "followed" as materialized (
      select "articleId", "rootId", (select count(*) from (select 1 from "follow"
        where "follow"."articleId" = "place"."articleId" and "follow"."rootId" = "place"."rootId"
        limit ${MOST_ROWS}) as "some") as "many"
      from "place")
    select "news"."seq", 1 + "whole"."many" + "branch"."many" + case
      when "branch"."many" = 0 then 0 when "news"."depth" < ${FURTHEST} then "news"."depth"
      else ${FURTHEST} end as "effort"
    from "news"
      inner join "followed" as "whole" on "whole"."articleId" = "news"."articleId" and "whole"."rootId" = 0
      inner join "followed" as "branch" on "branch"."articleId" = "news"."articleId" and "branch"."rootId" = "news"."rootId")`
  return db.look<ReachTables>().selectFrom(efforts.as('efforts')).selectAll().orderBy('seq').execute()
}
