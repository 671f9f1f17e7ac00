import type { Reading } from '../../../store/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { ReachTables } from '../tables.ts'

/** Who was told after a notice's number, oldest first. Notices are written in the order of their numbers. */
export function noticesAfter(db: Reading, id: number, limit: number) {
  const notices = db.look<ReachTables>().selectFrom('notification').select(['id', 'personId']).where('id', '>', id)
  return notices.orderBy('id').limit(limit).execute()
}

/** The number of the latest notice; 0 where there is none. */
export async function latestNotice(db: Reading): Promise<number> {
  const notices = db.look<ReachTables>().selectFrom('notification').select('id')
  return (await notices.orderBy('id', 'desc').limit(1).executeTakeFirst())?.id ?? 0
}

/** When the latest happened of what somebody was told of; undefined for nobody told. */
export async function lastToldOf(db: Reading, personId: PersonId): Promise<number | undefined> {
  const notices = db.look<ReachTables>().selectFrom('notification').select('at').where('personId', '=', personId)
  return (await notices.orderBy('id', 'desc').limit(1).executeTakeFirst())?.at
}
