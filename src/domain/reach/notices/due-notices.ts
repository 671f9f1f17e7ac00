import type { Language } from '../../../kit/language.ts'
import type { Reading } from '../../../store/index.ts'
import { type ArticleId, editionForEach } from '../../articles/index.ts'
import type { DiscussionTables } from '../../discussion/index.ts'
import type { MuteTables, PersonTables } from '../../people/index.ts'
import type { ReachTables } from '../tables.ts'
import type { NoticeKind } from './notice.ts'

type Tables = ReachTables & DiscussionTables & PersonTables & MuteTables

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

/** Those of some notices that are still to be told: nobody has read them, and what they tell of stands and is by nobody muted. */
export async function dueNotices(db: Reading, ids: readonly number[], language: Language): Promise<DueNotice[]> {
  if (ids.length === 0) return []
  const rows = await db
    .look<Tables>()
    .selectFrom('notification')
    .innerJoin('comment', 'comment.id', 'notification.commentId')
    .leftJoin('person', 'person.id', 'comment.authorId')
    .leftJoin('mute', (join) =>
      join.onRef('mute.personId', '=', 'notification.personId').onRef('mute.mutedId', '=', 'comment.authorId'),
    )
    .select(['notification.kind', 'notification.commentId', 'notification.articleId', 'comment.plain', 'person.name'])
    .where('notification.id', 'in', ids)
    .where('notification.readAt', 'is', null)
    .where('comment.html', 'is not', null)
    .where('mute.at', 'is', null)
    .orderBy('notification.id')
    .execute()
  const editions = await editionForEach(db, [...new Set(rows.map((row) => row.articleId as ArticleId))], language)
  return rows.map(({ articleId, plain, ...notice }) => {
    const place = editions.get(articleId as ArticleId) ?? null
    return { ...notice, title: place?.title ?? '', place, plain: plain ?? '' }
  })
}
