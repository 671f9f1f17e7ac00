import { sql } from 'kysely'
import type { ExportedRow, Writing } from '../../../store/index.ts'
import { ROOT } from '../comments/comment.ts'
import { stands } from '../comments/stands.ts'
import { bestAtFirst } from '../reactions/best.ts'
import type { DiscussionTables } from '../tables.ts'
import { forgetAll } from '../thread/rankings.ts'
import { recount } from '../thread/recount.ts'
import { numberProvisional } from './provisional-numbers.ts'

/** Counts comments that have just arrived where they stand, so that little is left to correct when all have. */
export async function countImported(tx: Writing, comments: readonly ExportedRow[]): Promise<void> {
  const arrived = sql`from "comment" where "ordinal" is not null and "parentId" <> ${ROOT} and "id" between ${comments[0]!.id!} and ${comments.at(-1)!.id!}`
  const tables = tx.change<DiscussionTables>()
  await Promise.all([
    sql`update "comment" set "replies" = "comment"."replies" + fresh."replies", "nextReply" = fresh."nextReply"
      from (select "parentId", count("ordinal") as "replies", max("ordinal") + 1 as "nextReply" ${arrived} group by "parentId") as fresh
      where "comment"."id" = fresh."parentId"`.execute(tables),
    sql`update "comment" set "descendants" = "comment"."descendants" + fresh."comments", "lastActivityAt" = fresh."last"
      from (select "rootId", count(*) as "comments", max("postedAt") as "last" ${arrived} group by "rootId") as fresh
      where "comment"."id" = fresh."rootId"`.execute(tables),
  ])
}

/** Shows the wordings that have just arrived of comments that stand, but for those that are not their last. */
export async function showImported(tx: Writing, revisions: readonly ExportedRow[]): Promise<void> {
  const [first, last] = [revisions[0]!.id!, revisions.at(-1)!.id!]
  await sql`update "comment" set "html" = wording."html", "plain" = wording."plain", "best" = ${bestAtFirst('stands')}
    from "commentRevision" as wording
    where wording."id" between ${first} and ${last} and wording."commentId" = "comment"."id"
      and not exists (select 1 from "commentRevision" as later
        where later."commentId" = wording."commentId" and later."number" > wording."number")
      and ${stands('comment')}`.execute(tx.change<DiscussionTables>())
}

/** Counts everything, once all rows have arrived. */
export async function settleImported(tx: Writing): Promise<void> {
  await numberProvisional(tx)
  await recount(tx)
  await forgetAll(tx)
}
