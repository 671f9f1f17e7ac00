import type { SelectQueryBuilder } from 'kysely'
import { DAY_MS } from '../../../kit/clock.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import type { DiscussionTables } from '../../discussion/index.ts'
import type { MuteTables, PersonId, PersonTables } from '../../people/index.ts'
import { unreadCorrections } from '../corrections/correction-notices.ts'
import type { ReachTables } from '../tables.ts'

type Tables = ReachTables & DiscussionTables & PersonTables & MuteTables

/** Beyond this many they are no longer counted. */
export const MOST_UNREAD = 100
/** So many are looked through for them. */
const MOST_LOOKED_AT = 1_000

/** So long a notice is kept after it was read, and so long one that nobody reads. */
const KEPT_MS = 90 * DAY_MS
const KEPT_UNREAD_MS = 365 * DAY_MS
/** More rows are not changed in one transaction. */
const AT_ONCE = 500

/** What somebody was told, newest first, before a notice's number, but for what somebody muted wrote; of a removed comment there are no words. */
export function noticesOf(db: Reading, personId: PersonId, before: number | undefined, limit: number) {
  let notices = db
    .look<Tables>()
    .selectFrom('notification')
    .innerJoin('comment', 'comment.id', 'notification.commentId')
    .leftJoin('person', 'person.id', 'comment.authorId')
    .leftJoin('mute', (join) =>
      join.onRef('mute.personId', '=', 'notification.personId').onRef('mute.mutedId', '=', 'comment.authorId'),
    )
    .select(['notification.id', 'notification.kind', 'notification.commentId', 'notification.articleId'])
    .select(['notification.at', 'notification.readAt', 'comment.label', 'comment.plain', 'person.name'])
    .where('notification.personId', '=', personId)
    .where('mute.at', 'is', null)
  if (before) notices = notices.where('notification.id', '<', before)
  return notices.orderBy('notification.id', 'desc').limit(limit).execute()
}

/** How many notices and corrections somebody has not read, but for those of somebody muted, counted up to `MOST_UNREAD` among the latest. */
export async function unreadOf(db: Reading, personId: PersonId): Promise<number> {
  const look = db.look<Tables>()
  const unread = look.selectFrom('notification').select(['id', 'commentId']).where('personId', '=', personId)
  const latest = unread.where('readAt', 'is', null).orderBy('id', 'desc').limit(MOST_LOOKED_AT)
  const counted = await look
    .selectFrom(latest.as('unread'))
    .innerJoin('comment', 'comment.id', 'unread.commentId')
    .leftJoin('mute', (join) => join.onRef('mute.mutedId', '=', 'comment.authorId').on('mute.personId', '=', personId))
    .select('unread.id')
    .where('mute.at', 'is', null)
    .limit(MOST_UNREAD)
    .execute()
  return Math.min(MOST_UNREAD, counted.length + (await unreadCorrections(db, personId, MOST_UNREAD)))
}

/** Marks as read what somebody has seen, up to a notice's number, so many at once; answers whether there is more. */
export async function readNotices(tx: Writing, personId: PersonId, upTo: number, at: number): Promise<boolean> {
  const unread = tx.look<Tables>().selectFrom('notification').select('id').where('personId', '=', personId)
  const some = unread.where('readAt', 'is', null).where('id', '<=', upTo).orderBy('id', 'desc').limit(AT_ONCE)
  const read = tx.change<Tables>().updateTable('notification').set({ readAt: at }).where('id', 'in', some)
  return Number((await read.executeTakeFirst()).numUpdatedRows) === AT_ONCE
}

/** Forgets what was read long ago, and what nobody has read for longer, so many of each at once; answers whether there is more. */
export async function sweepNotices(tx: Writing, now: number): Promise<boolean> {
  const notices = tx.look<Tables>().selectFrom('notification').select('id').limit(AT_ONCE)
  const read = notices.where('readAt', '<', now - KEPT_MS).orderBy('readAt')
  const unread = notices
    .where('readAt', 'is', null)
    .where('at', '<', now - KEPT_UNREAD_MS)
    .orderBy('at')
  return [await forget(tx, read), await forget(tx, unread)].includes(AT_ONCE)
}

async function forget(tx: Writing, some: SelectQueryBuilder<Tables, 'notification', { id: number }>): Promise<number> {
  const old = tx.change<Tables>().deleteFrom('notification').where('id', 'in', some)
  return Number((await old.executeTakeFirst()).numDeletedRows)
}
