import type { Writing } from '../../../store/index.ts'
import { personErased } from '../events.ts'
import type { PersonTables } from '../people.ts'
import type { PersonId } from '../person.ts'
import type { EraseSome } from '../privacy/data-kind.ts'
import { markErased } from './erasures.ts'
import { placeholdersOf } from './known-as.ts'

interface Tables extends PersonTables {
  personAlias: { personId: PersonId }
  formerName: { personId: PersonId }
  personClaim: { placeholderId: PersonId; personId: PersonId; byId: PersonId | null }
  erasureRequest: { personId: PersonId }
}

/** The last of an erasure, in one transaction: nobody of this number and these names was ever here. Fails where anything still names them. */
export const erasePerson: EraseSome = async (tx, erasure) => {
  const { personId, at } = erasure
  const ids = [personId, ...(await placeholdersOf(tx, personId))]
  const db = tx.change<Tables>()
  await db.updateTable('personClaim').set({ byId: null }).where('byId', '=', personId).execute()
  await db.deleteFrom('personClaim').where('personId', '=', personId).execute()
  await forgetNames(tx, ids)
  await db.deleteFrom('formerName').where('personId', '=', personId).execute()
  await db.deleteFrom('erasureRequest').where('personId', '=', personId).execute()
  const { numDeletedRows } = await db.deleteFrom('person').where('id', 'in', ids).executeTakeFirstOrThrow()
  await markErased(tx, erasure)
  if (numDeletedRows > 0n) tx.note(personErased, { about: personId, at })
  return undefined
}

async function forgetNames(tx: Writing, ids: readonly PersonId[]) {
  await tx.change<Tables>().deleteFrom('personAlias').where('personId', 'in', ids).execute()
}
