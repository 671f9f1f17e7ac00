import { sql } from 'kysely'
import type { Entry, Writing } from '../../../store/index.ts'
import { readOn } from '../journal-reader.ts'
import { queueMail } from '../mailings/queue.ts'
import { queuePushes } from '../pushes/queue.ts'
import { NOTICE_KINDS } from './notice.ts'
import { lastNoticeId } from './notices.ts'

const READER = 'notices'
const AT_ONCE = 100
/** So far above a comment a branch is found that somebody follows; its thread always is. */
const FURTHEST = 1_000

/** Reads on in the journal and tells everybody whom new comments concern; answers how many entries were read. */
export function tellNotices(tx: Writing): Promise<number> {
  return readOn(tx, READER, AT_ONCE, async (entries) => {
    const before = await lastNoticeId(tx)
    await tell(tx, entries)
    await queueMail(tx, before)
    await queuePushes(tx, before)
  })
}

/** The strongest reason first. */
const REASONS = sql.join(NOTICE_KINDS.map((kind, at) => sql`(cast(${at} as bigint), cast(${kind} as text))`))

/**
 * Tells everybody at once, for the strongest of their reasons; whoever wrote it and those who muted them or do not want to
 * know aside. An edit may concern others anew; who was told already stays told. Of a comment that is gone by now nobody is told.
 * @NOTE one question for many comments: writers wait meanwhile, and asked comment by comment it would be hundreds. A cross
 * join says which side comes first; a planner that takes news to be many would read all quotations there are.
 */
function tell(tx: Writing, entries: readonly Entry[]) {
  const [first, last] = [entries[0]!.seq, entries.at(-1)!.seq]
  return sql`with recursive
    "reason" ("rank", "kind") as (values ${REASONS}),
    "news" as (
      select "comment"."id", "comment"."articleId", "comment"."parentId", "comment"."rootId",
        coalesce("comment"."authorId", 0) as "authorId", max("journal"."at") as "at"
      from "journal" inner join "comment" on "comment"."id" = "journal"."about"
      where "journal"."seq" between ${first} and ${last} and "journal"."kind" in ('comment.posted', 'comment.edited')
        and "comment"."html" is not null
      group by "comment"."id"),
    "above" ("newsId", "id", "step") as (
      select "news"."id", "news"."parentId", 1 from "news"
      where exists (select 1 from "follow" inner join "comment" as "branch" on "branch"."id" = "follow"."commentId"
        where "follow"."articleId" = "news"."articleId" and "branch"."rootId" = "news"."rootId")
      union all
      select "above"."newsId", "comment"."parentId", "step" + 1
      from "above" inner join "comment" on "comment"."id" = "above"."id"
      where "step" < ${FURTHEST}),
    "told" ("newsId", "personId", "kind") as (
      select "news"."id", "parent"."authorId", 'reply'
      from "news" cross join "comment" as "parent" where "parent"."id" = "news"."parentId"
      union all
      select "news"."id", "passage"."authorId", 'quotation'
      from "news" cross join "quotation" inner join "comment" as "passage" on "passage"."id" = "quotation"."ofCommentId"
      where "quotation"."commentId" = "news"."id"
      union all
      select "news"."id", "mention"."personId", 'mention'
      from "news" cross join "mention" where "mention"."commentId" = "news"."id"
      union all
      select "news"."id", "follow"."personId", 'follow'
      from "news" cross join "follow" where "follow"."articleId" = "news"."articleId" and "follow"."commentId" = 0
      union all
      select "news"."id", "follow"."personId", 'follow'
      from "above" inner join "news" on "news"."id" = "above"."newsId" cross join "follow"
      where "follow"."articleId" = "news"."articleId"
        and "follow"."commentId" in ("above"."id", "news"."rootId") and "follow"."commentId" != "news"."id"),
    "chosen" as (
      select "news"."id" as "newsId", "person"."id" as "personId", min("reason"."rank") as "rank"
      from "told" inner join "news" on "news"."id" = "told"."newsId"
        inner join "person" on "person"."id" = "told"."personId"
        inner join "reason" on "reason"."kind" = "told"."kind"
        left join "mute" on "mute"."personId" = "person"."id" and "mute"."mutedId" = "news"."authorId"
        left join "noticeOff" on "noticeOff"."personId" = "person"."id" and "noticeOff"."kind" = "reason"."kind"
      where "person"."accountId" is not null and "person"."id" != "news"."authorId"
        and "mute"."at" is null and "noticeOff"."at" is null
      group by "news"."id", "person"."id")
    insert into "notification" ("personId", "kind", "commentId", "articleId", "at")
    select "chosen"."personId", "reason"."kind", "news"."id", "news"."articleId", "news"."at"
    from "chosen" inner join "news" on "news"."id" = "chosen"."newsId"
      inner join "reason" on "reason"."rank" = "chosen"."rank"
    where true
    order by "news"."at", "news"."id", "chosen"."personId"
    on conflict ("commentId", "personId") do nothing`.execute(tx.change())
}
