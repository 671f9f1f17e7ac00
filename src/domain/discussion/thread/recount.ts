import { type RawBuilder, sql } from 'kysely'
import type { Reading, Writing } from '../../../store/index.ts'
import { stands } from '../comments/stands.ts'
import { firstQuotersOf } from '../quotations/quoters.ts'
import { BEST } from '../reactions/best.ts'
import { COUNT_OF, COUNTS, REACTION_KINDS } from '../reactions/reaction.ts'
import { STATES } from '../states/derived.ts'
import type { DiscussionTables } from '../tables.ts'

/** What a row says beside what counting says; `id` is the comment's or the ranking's, or for a discussion its article's. */
export interface Difference {
  table: 'comment' | 'discussion' | 'ranking'
  id: number
  column: string
  stored: number | string | null
  counted: number | string | null
}

/** Columns that are counted, with the query that counts them afresh for every row. */
interface Counted {
  table: Difference['table']
  key: string
  columns: readonly string[]
  afresh: RawBuilder<unknown>
}

/** @NOTE each database has a function of its own for the length of a list in JSON. */
const NUMBERS_IN_IDS = sql`case when "ids" = '[]' then 0 else length("ids") - length(replace("ids", ',', '')) + 1 end`

const COUNTED: readonly Counted[] = [
  { table: 'comment', key: 'id', columns: ['state', 'removalId'], afresh: STATES },
  {
    table: 'comment',
    key: 'id',
    columns: ['replies', 'nextReply'],
    afresh: sql`select c."id" as "key", coalesce(r."replies", 0) as "replies", coalesce(r."nextReply", 1) as "nextReply"
      from "comment" as c left join (
        select "parentId", count("ordinal") as "replies", max("ordinal") + 1 as "nextReply" from "comment" group by "parentId"
      ) as r on r."parentId" = c."id"`,
  },
  {
    table: 'comment',
    key: 'id',
    columns: ['descendants', 'lastActivityAt'],
    afresh: sql`select c."id" as "key", coalesce(t."comments" - 1, 0) as "descendants",
        case when t."rootId" is null then c."postedAt" else t."last" end as "lastActivityAt"
      from "comment" as c left join (
        select "rootId", count(*) as "comments", max("postedAt") as "last" from "comment"
        where "ordinal" is not null group by "rootId"
      ) as t on t."rootId" = c."id"`,
  },
  {
    table: 'comment',
    key: 'id',
    columns: ['quotedBy', 'quoters'],
    afresh: sql`select c."id" as "key", coalesce(q."quotedBy", 0) as "quotedBy",
        case when q."quotedBy" > 0 then ${firstQuotersOf('c')} else '' end as "quoters"
      from "comment" as c left join (
        select "ofCommentId", count(distinct "commentId") as "quotedBy" from "quotation"
        inner join "comment" as quoter on quoter."id" = "commentId" and ${stands('quoter')}
        where "ofCommentId" is not null group by "ofCommentId"
      ) as q on q."ofCommentId" = c."id"`,
  },
  {
    table: 'comment',
    key: 'id',
    columns: COUNTS,
    afresh: sql`select c."id" as "key", ${sql.join(COUNTS.map((count) => sql`coalesce(r.${sql.ref(count)}, 0) as ${sql.ref(count)}`))}
      from "comment" as c left join (
        select "commentId", ${sql.join(REACTION_KINDS.map((kind) => sql`count(case when "kind" = ${sql.lit(kind)} then 1 end) as ${sql.ref(COUNT_OF[kind])}`))}
        from "reaction" group by "commentId"
      ) as r on r."commentId" = c."id"`,
  },
  {
    table: 'comment',
    key: 'id',
    columns: ['best'],
    afresh: sql`select "id" as "key", ${BEST} as "best" from "comment"`,
  },
  {
    table: 'discussion',
    key: 'articleId',
    columns: ['total', 'visible', 'nextRoot', 'lastActivityAt', 'locks'],
    afresh: sql`select d."articleId" as "key", coalesce(c."total", 0) as "total", coalesce(c."visible", 0) as "visible",
        coalesce(c."nextRoot", 1) as "nextRoot", c."last" as "lastActivityAt", coalesce(c."locks", 0) as "locks"
      from "discussion" as d left join (
        select "articleId", count(*) as "total", count(case when "state" = 'stands' then 1 end) as "visible",
          max("postedAt") as "last", count(case when "locked" = 1 then 1 end) as "locks", max(case when "parentId" = 0 then "ordinal" end) + 1 as "nextRoot"
        from "comment" where "ordinal" is not null group by "articleId"
      ) as c on c."articleId" = d."articleId"`,
  },
  {
    table: 'ranking',
    key: 'id',
    columns: ['count'],
    afresh: sql`select r."id" as "key", coalesce(p."comments", 0) as "count"
      from "ranking" as r left join (
        select "rankingId", sum(${NUMBERS_IN_IDS}) as "comments" from "rankingPage" group by "rankingId"
      ) as p on p."rankingId" = r."id"
      where r."count" is not null`,
  },
]

/** Where counters are not what counting says: the first so many of each kind. */
export async function recounted(db: Reading, limit: number): Promise<Difference[]> {
  const found: Difference[] = []
  for (const counted of COUNTED) {
    for (const column of counted.columns) found.push(...(await differencesIn(db, counted, column, limit)))
  }
  return found
}

/** Sets every counter to what counting says. */
export async function recount(tx: Writing): Promise<void> {
  for (const { table, key, columns, afresh } of COUNTED) {
    const sets = columns.map((column) => sql`${sql.ref(column)} = afresh.${sql.ref(column)}`)
    const differ = columns.map((column) => sql`stored.${sql.ref(column)} is distinct from afresh.${sql.ref(column)}`)
    const row = sql`afresh."key" = stored.${sql.ref(key)}`
    await sql`update ${sql.table(table)} as stored set ${sql.join(sets)} from (${afresh}) as afresh
      where ${row} and (${sql.join(differ, sql` or `)})`.execute(tx.change<DiscussionTables>())
  }
}

function differencesIn(db: Reading, { table, key, afresh }: Counted, column: string, limit: number) {
  const differences = sql<Difference>`(select ${sql.lit(table)} as "table", stored.${sql.ref(key)} as "id",
      ${sql.lit(column)} as "column", stored.${sql.ref(column)} as "stored", afresh.${sql.ref(column)} as "counted"
    from ${sql.table(table)} as stored inner join (${afresh}) as afresh on afresh."key" = stored.${sql.ref(key)}
    where stored.${sql.ref(column)} is distinct from afresh.${sql.ref(column)})`
  return db
    .look<DiscussionTables>()
    .selectFrom(differences.as('difference'))
    .selectAll()
    .orderBy('difference.id')
    .limit(limit)
    .execute()
}
