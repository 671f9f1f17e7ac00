import type { Reading } from '../../../store/index.ts'
import type { ReachTables } from '../tables.ts'

/** The notices after one that a channel tells, too. */
export function noticesBy(db: Reading, channel: string, after: number) {
  return db
    .look<ReachTables>()
    .selectFrom('notification')
    .leftJoin('noticeOffBy as off', (join) =>
      join
        .onRef('off.personId', '=', 'notification.personId')
        .onRef('off.kind', '=', 'notification.kind')
        .on('off.channel', '=', channel),
    )
    .where('notification.id', '>', after)
    .where('off.at', 'is', null)
}
