import { z } from 'zod'
import { idOf } from '../../kit/ids.ts'
import type { Writing } from '../../store/index.ts'
import { type Holder, type PersonId, piecesOf } from '../people/index.ts'
import { listSigned } from './lists/listings.ts'
import type { ArticleTables } from './tables.ts'

const handedBylines = z.array(idOf<'byline'>())

/** Gives every byline of one person to another. */
export const bylineHolder: Holder = {
  name: 'bylines',

  async count(db, personId) {
    const bylines = db.look<ArticleTables>().selectFrom('byline').where('personId', '=', personId)
    const { many } = await bylines.select((e) => e.fn.countAll().as('many')).executeTakeFirstOrThrow()
    return Number(many)
  },

  async hand(tx, from, to): Promise<z.infer<typeof handedBylines>> {
    const bylines = tx.change<ArticleTables>().updateTable('byline').set({ personId: to }).where('personId', '=', from)
    const handed = (await bylines.returning('id').execute()).map(({ id }) => id)
    await listHanded(tx, from, to)
    return handed
  },

  async giveBack(tx, from: PersonId, to, handed) {
    for (const ids of piecesOf(handedBylines.parse(handed))) {
      const bylines = tx.change<ArticleTables>().updateTable('byline').set({ personId: from }).where('id', 'in', ids)
      await bylines.where('personId', '=', to).execute()
    }
    await listHanded(tx, from, to)
  },
}

async function listHanded(tx: Writing, ...people: readonly PersonId[]) {
  for (const personId of people) await listSigned(tx, personId)
}
