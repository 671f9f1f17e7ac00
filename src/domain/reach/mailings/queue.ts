import { sql } from 'kysely'
import { MINUTE_MS } from '../../../kit/clock.ts'
import { nextAtHour } from '../../../kit/zone.ts'
import type { Writing } from '../../../store/index.ts'
import { noticesBy } from '../notices/wanted.ts'
import type { ReachTables } from '../tables.ts'

/** So long a mail waits, so that a comment which is removed meanwhile is never mailed. */
export const WAIT_MS = 2 * MINUTE_MS
/** The hour of the daily digest, in the publication's zone. */
const DIGEST_HOUR = 7

/** When what is written at a moment goes into a digest, in the publication's zone. */
export function digestAfter(zone: string, at: number): number {
  return nextAtHour(zone, DIGEST_HOUR, at + WAIT_MS)
}

/** Has the notices after one mailed to those who wish it, at once or all by the same digest. */
export async function queueMail(
  tx: Writing,
  { lastNotice, digestAt }: { lastNotice: number; digestAt: number },
): Promise<void> {
  const soon = sql<number>`${sql.ref('notification.at')} + ${WAIT_MS}`
  const mailings = noticesBy(tx, 'mail', lastNotice)
    .innerJoin('mailWish', 'mailWish.personId', 'notification.personId')
    .select(['notification.id as notificationId', 'notification.personId'])
    .select(
      sql<number>`case when ${sql.ref('mailWish.pace')} = 'daily' and ${digestAt} > ${soon} then ${digestAt} else ${soon} end`.as(
        'dueAt',
      ),
    )
    .select(sql<number>`0`.as('tries'))
  const insert = tx
    .change<ReachTables>()
    .insertInto('mailing')
    .columns(['notificationId', 'personId', 'dueAt', 'tries'])
  await insert
    .expression(mailings)
    .onConflict((c) => c.column('notificationId').doNothing())
    .execute()
}
