import { sql } from 'kysely'
import { type Entry, entriesSince, type Writing } from '../../../store/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { Standing } from '../standing.ts'
import type { ReachTables } from '../tables.ts'

/** What is told in one go: of the entries from one to another, to the people after one up to another. */
export interface Turn {
  first: number
  last: number
  after: number
  upTo: number
  /** Where the reader stands then. */
  to: Standing
}

/** So far above a comment a branch is found that somebody follows; its thread always is. */
export const FURTHEST = 1_000

const AT_ONCE = 100
/** About so many rows are looked at and told of in one go, however many follow a discussion: others write in between. */
const MOST_ROWS = 500
const EVERYBODY = Number.MAX_SAFE_INTEGER

/** What is to be told next, of as much as can be told in one go; undefined where there is nothing. */
export async function turnFrom(tx: Writing, { seq, personId }: Standing): Promise<Turn | undefined> {
  const entries = await entriesSince(tx, seq, personId === 0 ? AT_ONCE : 1)
  const [first] = entries
  if (!first) return
  const upTo = await lastOfMany(tx, first, personId)
  if (upTo) return { first: first.seq, last: first.seq, after: personId, upTo, to: { seq, personId: upTo } }
  const last = entries.length === 1 ? first.seq : await lastAtOnce(tx, first.seq, entries.at(-1)!.seq)
  return { first: first.seq, last, after: personId, upTo: EVERYBODY, to: { seq: last, personId: 0 } }
}

/** The person with whom a turn is full, where as many follow the thread or the discussion of one entry. */
async function lastOfMany(tx: Writing, { about }: Entry, after: Standing['personId']): Promise<PersonId | undefined> {
  const next = (rootId: 'rootId' | 0) => sql`select * from (
    select "follow"."personId" from "comment" cross join "follow"
    where "comment"."id" = ${about} and "follow"."articleId" = "comment"."articleId"
      and "follow"."rootId" = ${rootId === 0 ? 0 : sql.ref('comment.rootId')} and "follow"."personId" > ${after}
    order by "follow"."personId" limit ${MOST_ROWS}) as "some"`
  const { rows } = await sql<{
    personId: PersonId
  }>`select "personId" from (${next(0)} union all ${next('rootId')}) as "next"
    order by "personId" limit 1 offset ${MOST_ROWS - 1}`.execute(tx.change<ReachTables>())
  return rows[0]?.personId
}

/** The last entry up to which no more than a turn's rows are looked at; at least the first. */
async function lastAtOnce(tx: Writing, first: number, last: number): Promise<number> {
  let rows = 0
  for (const entry of await effortFor(tx, first, last)) {
    rows += entry.effort
    if (rows > MOST_ROWS && entry.seq > first) return entry.seq - 1
  }
  return last
}

/** About how many rows each entry makes: followers of its discussion and its thread, and where the thread has any, the way up. */
async function effortFor(tx: Writing, first: number, last: number) {
  const { rows } = await sql<{ seq: number; effort: number }>`with
    "news" as (
      select "journal"."seq", "comment"."articleId", "comment"."rootId", "comment"."depth"
      from "journal" inner join "comment" on "comment"."id" = "journal"."about"
      where "journal"."seq" between ${first} and ${last} and "journal"."kind" in ('comment.posted', 'comment.edited')),
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
      inner join "followed" as "branch" on "branch"."articleId" = "news"."articleId" and "branch"."rootId" = "news"."rootId"
    order by "news"."seq"`.execute(tx.change<ReachTables>())
  return rows
}
