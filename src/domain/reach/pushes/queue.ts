import { sql } from 'kysely'
import type { Writing } from '../../../store/index.ts'
import { WAIT_MS } from '../mailings/queue.ts'
import { noticesBy } from '../notices/wanted.ts'
import type { ReachTables } from '../tables.ts'

/** Has the notices after one pushed to the browsers of those whom they tell. */
export async function queuePushes(tx: Writing, after: number): Promise<void> {
  const pushings = noticesBy(tx, 'push', after)
    .innerJoin('device', 'device.personId', 'notification.personId')
    .select(['notification.id as notificationId', 'device.id as deviceId'])
    .select(sql<number>`${sql.ref('notification.at')} + ${WAIT_MS}`.as('dueAt'))
    .select(sql<number>`0`.as('tries'))
  const insert = tx
    .change<ReachTables>()
    .insertInto('pushing')
    .columns(['notificationId', 'deviceId', 'dueAt', 'tries'])
  await insert.expression(pushings).execute()
}
