import type { Reading, Writing } from '../../../store/index.ts'
import type { DiscussionTables } from '../../discussion/index.ts'
import type { PersonId, PersonTables } from '../../people/index.ts'
import type { ReachTables } from '../tables.ts'

type Tables = ReachTables & DiscussionTables & PersonTables

/** Beyond this many they are no longer counted. */
export const MOST_UNREAD = 100

/** What somebody was told, newest first, before a notice's number; of a removed comment there are no words. */
export function noticesOf(db: Reading, personId: PersonId, before: number | undefined, limit: number) {
  let notices = db
    .look<Tables>()
    .selectFrom('notification')
    .innerJoin('comment', 'comment.id', 'notification.commentId')
    .leftJoin('person', 'person.id', 'comment.authorId')
    .select(['notification.id', 'notification.kind', 'notification.commentId', 'notification.articleId'])
    .select(['notification.at', 'notification.readAt', 'comment.label', 'comment.plain', 'person.name'])
    .where('notification.personId', '=', personId)
  if (before) notices = notices.where('notification.id', '<', before)
  return notices.orderBy('notification.id', 'desc').limit(limit).execute()
}

/** The number of the latest notice; 0 before the first. */
export async function lastNoticeId(db: Reading): Promise<number> {
  const notices = db.look<Tables>().selectFrom('notification')
  return (await notices.select((e) => e.fn.max('id').as('id')).executeTakeFirst())?.id ?? 0
}

/** How many notices somebody has not read, counted up to `MOST_UNREAD`. */
export async function unreadOf(db: Reading, personId: PersonId): Promise<number> {
  const unread = db.look<Tables>().selectFrom('notification').select('id').where('personId', '=', personId)
  return (await unread.where('readAt', 'is', null).limit(MOST_UNREAD).execute()).length
}

/** Marks as read what somebody has seen, up to a notice's number. */
export function readNotices(tx: Writing, personId: PersonId, upTo: number, at: number) {
  const notices = tx.change<Tables>().updateTable('notification').set({ readAt: at }).where('personId', '=', personId)
  return notices.where('id', '<=', upTo).where('readAt', 'is', null).execute()
}
