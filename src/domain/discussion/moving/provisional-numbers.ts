import { sql } from 'kysely'
import type { ExportedRow, Writing } from '../../../store/index.ts'
import type { DiscussionTables } from '../tables.ts'

/** A tombstone knows its comment alone; until its removal arrives its number is less than any. */
export async function withProvisionalNumbers(tx: Writing, rows: readonly ExportedRow[]): Promise<ExportedRow[]> {
  const ids = rows.map(({ commentId }) => Number(commentId))
  const found = tx.look<DiscussionTables>().selectFrom('comment').select(['id', 'articleId'])
  const articles = new Map<number, number>(
    (await found.where('id', 'in', ids as never[]).execute()).map((comment) => [comment.id, comment.articleId]),
  )
  return rows.map(({ commentId, cause, ruleId, at }) => ({
    id: -Number(commentId),
    articleId: articles.get(Number(commentId))!,
    commentId: commentId!,
    byId: null,
    cause: cause!,
    ruleId: ruleId!,
    note: '',
    at: at!,
  }))
}

/** Numbers the removals of which nothing but a tombstone arrived after all others. */
export async function numberProvisional(tx: Writing): Promise<void> {
  await sql`update "removal" set "id" = numbered."id" from (
      select "id" as "before", (select coalesce(max("id"), 0) from "removal" where "id" > 0) + row_number() over (order by "id" desc) as "id"
      from "removal" where "id" < 0
    ) as numbered where "removal"."id" = numbered."before"`.execute(tx.change<DiscussionTables>())
}
