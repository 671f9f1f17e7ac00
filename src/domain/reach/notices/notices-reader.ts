import { sql } from 'kysely'
import { z } from 'zod'
import { idOf } from '../../../kit/ids.ts'
import type { Batch, Entry, JournalReader, Reading, Step } from '../../../store/index.ts'
import { publicationOf } from '../../articles/index.ts'
import type { PersonId } from '../../people/index.ts'
import { CHANNELS } from '../channels/channels.ts'
import { WAIT_MS } from '../delivery/delivery.ts'
import { digestAfter } from '../delivery/digest.ts'
import { plan } from '../delivery/plan.ts'
import type { ReachTables } from '../tables.ts'
import { latestNotice } from './new-notices.ts'
import { FURTHEST, NEWS, NEWS_KINDS, type NoticeBatch, tell } from './tell-notices.ts'

/** It is done with some people for the entry after the last one; this is the last of them. */
interface ToldUpTo {
  personId: PersonId
}

type NoticeStep = Pick<NoticeBatch, 'last' | 'upTo'> & Required<Pick<Step<ToldUpTo>, 'to'>>

/** About so many rows are looked at and told of in one go, however many follow a discussion: others write in between. */
const MOST_ROWS = 500
const EVERYBODY = Number.MAX_SAFE_INTEGER

/** Tells people whom new comments concern. What is told is settled before, so that those who post meanwhile do not wait for one question after the other. */
export const noticesReader: JournalReader<ToldUpTo> = {
  name: 'notices',
  kinds: NEWS,
  state: z.object({ personId: idOf<'person'>() }),
  async step(db, batch) {
    const { zone } = await publicationOf(db)
    const first = batch.entries[0]!
    const digestAt = digestAfter(zone, first.at)
    const next = batch.entries.findIndex((entry) => entry.at + WAIT_MS >= digestAt)
    const { to, ...some } = await stepFor(db, next < 0 ? batch : before(batch, next))
    const after = await latestNotice(db)
    return {
      to,
      act: async (tx) => {
        tx.also(tell(tx, { first: first.seq, after: batch.state?.personId ?? 0, ...some }))
        for (const channel of CHANNELS) tx.also(plan(tx, channel, { after, digestAt }))
      },
    }
  },
}

/** The batch up to one of its entries, which is told later. */
function before(batch: Batch<ToldUpTo>, index: number): Batch<ToldUpTo> {
  const entries = batch.entries.slice(0, index)
  return { ...batch, entries, upTo: entries.at(-1)!.seq }
}

async function stepFor(db: Reading, { seq, state, entries, upTo: end }: Batch<ToldUpTo>): Promise<NoticeStep> {
  const first = entries[0]!
  const personId = await lastOfMany(db, first, state?.personId ?? 0)
  if (personId) return { last: first.seq, upTo: personId, to: { seq, state: { personId } } }
  if (state) return { last: first.seq, upTo: EVERYBODY, to: { seq: first.seq, state: null } }
  const last = entries.length === 1 ? end : await lastAtOnce(db, first.seq, end)
  return { last, upTo: EVERYBODY, to: { seq: last, state: null } }
}

/** The person with whom a step is full, where as many follow the thread or the discussion of one entry. */
async function lastOfMany(db: Reading, { about }: Entry, after: number): Promise<PersonId | undefined> {
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

/** The last entry up to which no more than a step's rows are looked at; at least the first. */
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
