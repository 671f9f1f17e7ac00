import type { NoticeKind } from './notice.ts'

/** A notice as it is told beyond the page. */
export interface DueNotice {
  kind: NoticeKind
  commentId: number
  name: string | null
  title: string
  /** Where the article stands. */
  place: { language: string; slug: string } | null
  plain: string
}

/** What is told of at once, and how many notices there are beside. */
export interface DueNotices {
  notices: DueNotice[]
  more: number
}
