import type { Generated } from 'kysely'
import { sql } from 'kysely'
import type { Writing } from '../../store/index.ts'
import type { PersonTables } from './people.ts'
import type { PersonId } from './person.ts'

type Tables = PersonTables & { receipt: { personId: number; key: Generated<string> } }

/** @NOTE no name holds a line break, so this ends nobody's key. */
const ASIDE = '\naside'

/** Takes those who have accounts out of the way of an import that brings numbers and names of its own. */
export async function shiftIds(tx: Writing): Promise<void> {
  const people = tx.change<Tables>().updateTable('person').where('accountId', 'is not', null)
  const nameKey = sql<string>`${sql.ref('nameKey')} || ${sql.lit(ASIDE)}`
  await people.set({ id: sql<PersonId>`-${sql.ref('id')}`, nameKey }).execute()
  await tx.change<Tables>().deleteFrom('receipt').execute()
}

/** Gives them numbers after those that were brought; a name that was brought, too, is then borne by two. */
export async function unshiftIds(tx: Writing): Promise<void> {
  const people = () => tx.change<Tables>().updateTable('person').where('accountId', 'is not', null)
  const { last } = await tx
    .look<Tables>()
    .selectFrom('person')
    .select((e) => e.fn.coalesce(e.fn.max('id'), sql<number>`0`).as('last'))
    .where('accountId', 'is', null)
    .executeTakeFirstOrThrow()
  await people()
    .set({ id: sql<PersonId>`${sql.lit(last)} - ${sql.ref('id')}` })
    .execute()
  const own = sql<string>`replace(${sql.ref('person.nameKey')}, ${sql.lit(ASIDE)}, '')`
  await people()
    .set({ nameKey: own })
    .where((e) => e.not(e.exists(e.selectFrom('person as other').select('other.id').where('other.nameKey', '=', own))))
    .execute()
}
