import { sql } from 'kysely'
import { MINUTE_MS } from '../../../kit/clock.ts'
import { nextAtHour } from '../../../kit/zone.ts'
import type { Writing } from '../../../store/index.ts'
import { publicationOf } from '../../articles/index.ts'
import type { CommentId } from '../../discussion/index.ts'
import type { ReachTables } from '../tables.ts'

/** So long a mail waits, so that a comment which is removed meanwhile is never mailed. */
export const WAIT_MS = 2 * MINUTE_MS
/** The hour of the daily digest, in the publication's zone. */
const DIGEST_HOUR = 7

/** Has the notices of a comment that were written at a moment mailed to those who wish it. */
export async function queueMail(tx: Writing, commentId: CommentId, at: number): Promise<void> {
  const soon = at + WAIT_MS
  const daily = nextAtHour((await publicationOf(tx)).zone, DIGEST_HOUR, soon)
  const wished = tx
    .look<ReachTables>()
    .selectFrom('notification')
    .innerJoin('mailWish', 'mailWish.personId', 'notification.personId')
    .select(['notification.id as notificationId', 'notification.personId'])
    .select(
      sql<number>`case when ${sql.ref('mailWish.pace')} = 'daily' then cast(${daily} as bigint) else cast(${soon} as bigint) end`.as(
        'dueAt',
      ),
    )
    .select(sql<number>`0`.as('tries'))
    .where('notification.commentId', '=', commentId)
    .where('notification.at', '=', at)
  const insert = tx
    .change<ReachTables>()
    .insertInto('mailing')
    .columns(['notificationId', 'personId', 'dueAt', 'tries'])
  await insert
    .expression(wished)
    .onConflict((c) => c.column('notificationId').doNothing())
    .execute()
}
