import { sql } from 'kysely'
import type { Writing } from '../../store/index.ts'
import { forgetAll } from './rankings.ts'
import { recount } from './recount.ts'
import type { DiscussionTables } from './tables.ts'

/** Shows the last wording of every comment that has no tombstone, and counts everything, once all rows have arrived. */
export async function settleArrived(tx: Writing): Promise<void> {
  const last = sql`select "commentId", max("number") as "number" from "commentRevision" group by "commentId"`
  await sql`update "comment" set "html" = wording."html", "plain" = wording."plain"
    from "commentRevision" as wording inner join (${last}) as latest
      on latest."commentId" = wording."commentId" and latest."number" = wording."number"
    where wording."commentId" = "comment"."id"
      and not exists (select 1 from "tombstone" where "tombstone"."commentId" = wording."commentId")`.execute(
    tx.change<DiscussionTables>(),
  )
  await recount(tx)
  await forgetAll(tx)
}
