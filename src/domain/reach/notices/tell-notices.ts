import { sql } from 'kysely'
import type { EventType, Writing } from '../../../store/index.ts'
import { commentEdited, commentPosted, stands } from '../../discussion/index.ts'
import { NOTICE_KINDS } from './notice.ts'

/** What is told in one go: of the entries from one to another, to the people after one up to another. */
export interface NoticeBatch {
  first: number
  last: number
  after: number
  upTo: number
}

/** What people are told of. */
export const NEWS: readonly EventType[] = [commentPosted, commentEdited]
export const NEWS_KINDS = NEWS.map(({ kind }) => kind)

/** So far above a comment a branch is found that somebody follows; its thread always is. */
export const FURTHEST = 1_000

/** The strongest reason first. */
const REASONS = sql.join(NOTICE_KINDS.map((kind, at) => sql`(cast(${at} as bigint), cast(${kind} as text))`))

/**
 * Tells people at once, for the strongest of their reasons; whoever wrote it and those who muted them or do not want to
 * know aside. An edit may concern others anew; who was told already stays told. Of a comment that is gone by now nobody is told.
 * @NOTE a reply has a higher number than what it answers, so the way up ends at the lowest that is followed.
 * @NOTE one question for many comments: writers wait meanwhile, and asked comment by comment it would be hundreds. A cross
 * join says which side comes first; a planner that takes news to be many would read all quotations there are, and one that takes
 * them to be few would ask for all who are told anew for each of them.
 */
export function tell(tx: Writing, { first, last, after, upTo }: NoticeBatch) {
  return sql`with recursive
    "reason" ("rank", "kind") as (values ${REASONS}),
    "news" as (
      select "comment"."id", "comment"."articleId", "comment"."parentId", "comment"."rootId",
        coalesce("comment"."authorId", 0) as "authorId", max("journal"."at") as "at"
      from "journal" inner join "comment" on "comment"."id" = "journal"."about"
      where "journal"."seq" between ${first} and ${last} and "journal"."kind" in (${sql.join(NEWS_KINDS)})
        and ${stands('comment')}
      group by "comment"."id"),
    "following" as materialized (
      select "news"."id" as "newsId", "news"."authorId", "news"."rootId", "follow"."commentId", "follow"."personId"
      from "news" cross join "follow"
      where "follow"."articleId" = "news"."articleId" and "follow"."rootId" in (0, "news"."rootId")
        and "follow"."personId" > ${after} and "follow"."personId" <= ${upTo}),
    "highest" as (
      select "newsId", min("commentId") as "id" from "following"
      where "commentId" not in (0, "rootId") and "commentId" < "newsId" group by "newsId"),
    "above" ("newsId", "id", "step") as (
      select "news"."id", "news"."parentId", 1 from "highest" inner join "news" on "news"."id" = "highest"."newsId"
      union all
      select "above"."newsId", "comment"."parentId", "step" + 1
      from "above" inner join "highest" on "highest"."newsId" = "above"."newsId"
        inner join "comment" on "comment"."id" = "above"."id"
      where "above"."id" > "highest"."id" and "step" < ${FURTHEST}),
    "told" ("newsId", "authorId", "personId", "kind", "branchId") as materialized (
      select "news"."id", "news"."authorId", "parent"."authorId", 'reply', cast(null as bigint)
      from "news" cross join "comment" as "parent" where "parent"."id" = "news"."parentId"
      union all
      select "news"."id", "news"."authorId", "passage"."authorId", 'quotation', null
      from "news" cross join "quotation" inner join "comment" as "passage" on "passage"."id" = "quotation"."ofCommentId"
      where "quotation"."commentId" = "news"."id"
      union all
      select "news"."id", "news"."authorId", "mention"."personId", 'mention', null
      from "news" cross join "mention" where "mention"."commentId" = "news"."id"
      union all
      select "newsId", "authorId", "personId", 'follow', "commentId"
      from "following" where "commentId" in (0, "rootId") and "commentId" != "newsId"
      union all
      select "above"."newsId", "following"."authorId", "following"."personId", 'follow', "following"."commentId"
      from "above" inner join "following"
        on "following"."newsId" = "above"."newsId" and "following"."commentId" = "above"."id"),
    "chosen" as (
      select "told"."newsId", "person"."id" as "personId", min("reason"."rank") as "rank",
        max("told"."branchId") as "branchId"
      from "told" cross join "person"
        inner join "reason" on "reason"."kind" = "told"."kind"
        left join "mute" on "mute"."personId" = "person"."id" and "mute"."mutedId" = "told"."authorId"
        left join "noticeOff" on "noticeOff"."personId" = "person"."id" and "noticeOff"."kind" = "reason"."kind"
      where "person"."id" = "told"."personId" and "told"."personId" > ${after} and "told"."personId" <= ${upTo}
        and "person"."accountId" is not null and "person"."id" != "told"."authorId"
        and "mute"."at" is null and "noticeOff"."at" is null
      group by "told"."newsId", "person"."id")
    insert into "notification" ("personId", "kind", "commentId", "articleId", "branchId", "at")
    select "chosen"."personId", "reason"."kind", "news"."id", "news"."articleId",
      case when "reason"."kind" = 'follow' then "chosen"."branchId" end, "news"."at"
    from "chosen" inner join "news" on "news"."id" = "chosen"."newsId"
      inner join "reason" on "reason"."rank" = "chosen"."rank"
    where true
    order by "news"."at", "news"."id", "chosen"."personId"
    on conflict ("commentId", "personId") do nothing`.execute(tx.change())
}
