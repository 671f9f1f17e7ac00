import type { Reading, Writing } from '../../../store/index.ts'
import { personRenamed } from '../events.ts'
import type { PersonId } from '../person.ts'
import { type FormerName, type FormerNameTables, HELD_MS, SHOWN_MS } from './former-name.ts'

const SWEPT_AT_ONCE = 100

/** Those that somebody gave up, the latest first. */
export function formerNamesOf(db: Reading, personId: PersonId, limit = 100): Promise<FormerName[]> {
  const names = db.look<FormerNameTables>().selectFrom('formerName').selectAll().where('personId', '=', personId)
  return names.orderBy('at', 'desc').limit(limit).execute()
}

/** Whether somebody else gave a name up so lately that it is held for them. */
export async function isHeld(db: Reading, nameKey: string, personId: PersonId | 0, now: number): Promise<boolean> {
  const names = db.look<FormerNameTables>().selectFrom('formerName').select('at').where('nameKey', '=', nameKey)
  const others = names.where('personId', '<>', personId as PersonId).where('at', '>', now - HELD_MS)
  return (await others.limit(1).executeTakeFirst()) !== undefined
}

export async function addFormerName(tx: Writing, name: Omit<FormerName, 'hiddenAt'>): Promise<void> {
  const db = tx.change<FormerNameTables>()
  const shown = db.updateTable('formerName').set({ hiddenAt: name.at }).where('personId', '=', name.personId)
  await shown.where('hiddenAt', 'is', null).execute()
  await db
    .insertInto('formerName')
    .values({ ...name, hiddenAt: null })
    .execute()
}

/** Lets former names stand beside the present ones no more, once their time is over. */
export async function hideFormerNames(tx: Writing, now: number): Promise<boolean> {
  const names = tx.look<FormerNameTables>().selectFrom('formerName').select(['personId', 'at'])
  const past = names.where('hiddenAt', 'is', null).where('at', '<=', now - SHOWN_MS)
  const rows = await past.orderBy('at').limit(SWEPT_AT_ONCE).execute()
  for (const { personId, at } of rows) {
    const name = tx.change<FormerNameTables>().updateTable('formerName').set({ hiddenAt: now })
    await name.where('personId', '=', personId).where('at', '=', at).execute()
  }
  if (rows.length > 0) tx.note(personRenamed, { about: rows[0]!.personId, at: now })
  return rows.length === SWEPT_AT_ONCE
}
