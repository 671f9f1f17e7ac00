import { type AliasableExpression, sql } from 'kysely'
import type { Writing } from '../../../store/index.ts'
import type { ReachTables } from '../tables.ts'
import type { Channel, Planned, Told } from './channel.ts'

/** Plans what a channel tells of the new notices. */
export async function plan(tx: Writing, channel: Channel, told: Told): Promise<void> {
  const planned = (channel.planned(tx, told) as AliasableExpression<Planned>).as('planned')
  const deliveries = tx
    .look<ReachTables>()
    .selectFrom(planned)
    .select(sql<string>`cast(${channel.name} as text)`.as('channel'))
    .select(['planned.personId', 'planned.place', 'planned.noticeId', 'planned.dueAt'])
  const insert = tx.change<ReachTables>().insertInto('delivery')
  await insert.columns(['channel', 'personId', 'place', 'noticeId', 'dueAt']).expression(deliveries).execute()
}
