import { sql } from 'kysely'
import type { Reading } from '../../../store/index.ts'
import type { ReachTables } from '../tables.ts'

/** What waits in a channel though it is due: how much, and since when at the earliest. */
export interface Overdue {
  channel: string
  count: number
  since: number
}

/** Channel by channel, of those in which something is due. */
export function overdueByChannel(db: Reading, now: number): Promise<Overdue[]> {
  const due = db
    .look<ReachTables>()
    .selectFrom('delivery')
    .where(sql<boolean>`"delivery"."state" = 'planned'`)
    .where('dueAt', '<=', now)
  return due
    .groupBy('channel')
    .select((e) => ['channel' as const, e.fn.countAll<number>().as('count'), e.fn.min('dueAt').as('since')])
    .orderBy('channel')
    .execute()
}
