import { type RawBuilder, sql } from 'kysely'
import type { Writing } from '../../../store/index.ts'
import type { DiscussionTables } from '../tables.ts'

/** What the decisions say of every comment: its state, and the removal in force. */
export const STATES: RawBuilder<unknown> = sql`select c."id" as "key", r."id" as "removalId",
    case when r."id" is not null then 'removed' when h."commentId" is not null then 'held' else 'stands' end as "state"
  from "comment" as c left join (
    select "commentId", max("id") as "id" from "removal"
    where not exists (select 1 from "restoration" where "restoration"."removalId" = "removal"."id") group by "commentId"
  ) as r on r."commentId" = c."id" left join (
    select distinct "commentId" from "hold"
    where not exists (select 1 from "admission" where "admission"."holdId" = "hold"."id")
  ) as h on h."commentId" = c."id"`

/** Gives these comments the state that the decisions give them. */
export async function deriveStates(tx: Writing, commentIds: readonly number[]): Promise<void> {
  if (commentIds.length === 0) return
  await sql`update "comment" set "state" = afresh."state", "removalId" = afresh."removalId"
    from (${STATES} where c."id" in (${sql.join(commentIds)})) as afresh
    where "comment"."id" = afresh."key"`.execute(tx.change<DiscussionTables>())
}
