import { Trouble } from '../../kit/trouble.ts'
import type { Reading, Writing } from '../../store/index.ts'
import type { PersonTables } from './people.ts'
import type { Person, PersonId } from './person.ts'

/** People whom one person may mute, so that the list can go along with every page. */
export const MOST_MUTED = 200

/** That somebody does not want to read another; nobody else is told, the muted one least of all. */
export interface MuteTables {
  mute: { personId: PersonId; mutedId: PersonId; at: number }
}

type Tables = MuteTables & PersonTables

/** Those whom a person has muted, the latest first. */
export function mutedBy(db: Reading, personId: PersonId): Promise<Pick<Person, 'id' | 'name'>[]> {
  return db
    .look<Tables>()
    .selectFrom('mute')
    .innerJoin('person', 'person.id', 'mute.mutedId')
    .select(['person.id', 'person.name'])
    .where('mute.personId', '=', personId)
    .orderBy('mute.at', 'desc')
    .orderBy('person.id')
    .limit(MOST_MUTED)
    .execute()
}

export async function mute(tx: Writing, personId: PersonId, mutedId: PersonId, at: number): Promise<void> {
  if (personId === mutedId) throw new Trouble('invalid', 'mute.oneself')
  const muted = await mutedBy(tx, personId)
  if (muted.some(({ id }) => id === mutedId)) return
  if (muted.length >= MOST_MUTED) throw new Trouble('invalid', 'mute.too-many', { limit: MOST_MUTED })
  const insert = tx.change<Tables>().insertInto('mute').values({ personId, mutedId, at })
  await insert.onConflict((c) => c.doNothing()).execute()
}

export function unmute(tx: Writing, personId: PersonId, mutedId: PersonId) {
  const mutes = tx.change<Tables>().deleteFrom('mute').where('personId', '=', personId)
  return mutes.where('mutedId', '=', mutedId).execute()
}

/** Has those who muted one person mute another in their place; nobody mutes themselves. */
export async function reassignMutes(tx: Writing, from: PersonId, to: PersonId): Promise<void> {
  const db = tx.change<Tables>()
  await unmute(tx, to, from)
  const handed = db
    .selectFrom('mute')
    .select((e) => ['personId', e.val(to).as('mutedId'), 'at'])
    .where('mutedId', '=', from)
  const insert = db.insertInto('mute').columns(['personId', 'mutedId', 'at']).expression(handed)
  await insert.onConflict((c) => c.doNothing()).execute()
  await db.deleteFrom('mute').where('mutedId', '=', from).execute()
}
