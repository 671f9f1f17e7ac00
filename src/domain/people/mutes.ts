import { z } from 'zod'
import { idOf } from '../../kit/ids.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Reading, Writing } from '../../store/index.ts'
import { type Holder, piecesOf } from './names/holder.ts'
import { byIds, type PersonTables } from './people.ts'
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

const handedMutes = z.array(z.object({ personId: idOf<'person'>(), at: z.number(), isNew: z.boolean() }))

/** Has those who muted one person mute another in their place; nobody mutes themselves, and nobody is told how many they are. */
export const muteHolder: Holder = {
  name: 'mutes',

  async hand(tx, from, to): Promise<z.infer<typeof handedMutes>> {
    const [before, others] = [await mutesOf(tx, from), new Set((await mutesOf(tx, to)).map((one) => one.personId))]
    const handed = before.map(({ personId, at }) => ({ personId, at, isNew: personId !== to && !others.has(personId) }))
    const inserts = handed.filter(({ isNew }) => isNew).map(({ personId, at }) => ({ personId, mutedId: to, at }))
    for (const some of piecesOf(inserts)) await tx.change<Tables>().insertInto('mute').values(some).execute()
    await tx.change<Tables>().deleteFrom('mute').where('mutedId', '=', from).execute()
    return handed
  },

  async giveBack(tx, from, to, handed) {
    for (const some of piecesOf(handedMutes.parse(handed))) {
      const ids = some.map(({ personId }) => personId)
      const there = new Set((await byIds(tx, ids)).map(({ id }) => id))
      const rows = some.filter(({ personId }) => there.has(personId))
      for (const { personId, at, isNew } of rows) {
        const [theirs] = isNew ? await takeMute(tx, { personId, mutedId: to, at }) : [true]
        if (theirs) await addMute(tx, { personId, mutedId: from, at })
      }
    }
  },
}

function mutesOf(db: Reading, mutedId: PersonId) {
  const mutes = db.look<Tables>().selectFrom('mute').select(['personId', 'at']).where('mutedId', '=', mutedId)
  return mutes.orderBy('personId').execute()
}

/** What of this mute was there still. */
function takeMute(tx: Writing, { personId, mutedId, at }: MuteTables['mute']) {
  const mutes = tx.change<Tables>().deleteFrom('mute').where('personId', '=', personId).where('mutedId', '=', mutedId)
  return mutes.where('at', '=', at).returning('at').execute()
}

async function addMute(tx: Writing, mute: MuteTables['mute']) {
  const insert = tx.change<Tables>().insertInto('mute').values(mute)
  await insert.onConflict((c) => c.doNothing()).execute()
}
