import type { Reading, Writing } from '../../../../store/index.ts'
import type { PersonId } from '../../../people/index.ts'
import { forgetPlanned } from '../../delivery/deliveries.ts'
import type { ReachTables } from '../../tables.ts'
import type { MailWish, Pace } from './mail-wish.ts'

export async function paceOf(db: Reading, personId: PersonId): Promise<Pace | undefined> {
  const wishes = db.look<ReachTables>().selectFrom('mailWish').select('pace').where('personId', '=', personId)
  return (await wishes.executeTakeFirst())?.pace
}

/** What waits to be mailed keeps its time. */
export function wishMail(tx: Writing, wish: MailWish) {
  const { personId: _, ...wished } = wish
  const insert = tx.change<ReachTables>().insertInto('mailWish').values(wish)
  return insert.onConflict((c) => c.column('personId').doUpdateSet(wished)).execute()
}

/** Ends all mail to somebody, that which waits included. */
export async function endMail(tx: Writing, personId: PersonId): Promise<void> {
  await tx.change<ReachTables>().deleteFrom('mailWish').where('personId', '=', personId).execute()
  await forgetPlanned(tx, 'mail', personId)
}
