import { DAY_MS } from '../../../kit/clock.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { personRenamed } from '../events.ts'
import { byId, type PersonTables } from '../people.ts'
import type { PersonId } from '../person.ts'
import { rolesOf } from '../roles/grants.ts'
import { RENAME_DAYS } from './former-name.ts'
import { addFormerName, formerNamesOf } from './former-names.ts'
import { freeName } from './free-name.ts'

export interface Renaming {
  personId: PersonId
  name: string
  publicationNames: readonly string[]
  at: number
}

/** Gives somebody the name that they wish for from now on; the one before stands beside it for a while, and is held for them. Throws within a month of the last change. */
export async function rename(tx: Writing, { personId, name: wished, publicationNames, at }: Renaming): Promise<void> {
  await tx.inTurn('names')
  const person = await byId(tx, personId)
  if (!person) throw new Trouble('missing', 'person.missing')
  const isStaff = (await rolesOf(tx, personId)).length > 0
  const { name, nameKey } = await freeName(tx, { name: wished, personId, isStaff, publicationNames, at })
  if (name === person.name) return
  const days = await daysUntilRenaming(tx, personId, at)
  if (days > 0) throw new Trouble('conflict', 'name.too-soon', { days })
  await tx.change<PersonTables>().updateTable('person').set({ name, nameKey }).where('id', '=', personId).execute()
  await addFormerName(tx, { personId, name: person.name, nameKey: person.nameKey, at })
  tx.note(personRenamed, { about: personId, at })
}

/** How many days somebody must wait until they can take another name; 0 where they can. */
export async function daysUntilRenaming(db: Reading, personId: PersonId, now: number): Promise<number> {
  const [last] = await formerNamesOf(db, personId, 1)
  return last ? Math.max(0, Math.ceil((last.at + RENAME_DAYS * DAY_MS - now) / DAY_MS)) : 0
}
