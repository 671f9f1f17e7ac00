import { sha256 } from '../../../kit/hash.ts'
import type { Reading } from '../../../store/index.ts'
import type { PersonTables } from '../people.ts'
import type { PersonId } from '../person.ts'
import type { EraseSome } from '../privacy/data-kind.ts'

interface Tables extends PersonTables {
  authUser: { id: string; email: string }
  authVerification: { id: string; value: string }
  signInRequest: { id: number; mailHash: string }
}

/** Ends a person's account with its sessions, links and passwords; from then on nobody signs in as them. */
export const eraseAccount: EraseSome = async (tx, { personId }) => {
  const account = await accountOf(tx, personId)
  if (!account) return
  const db = tx.change<Tables>()
  await db.deleteFrom('signInRequest').where('mailHash', '=', sha256(account.email)).execute()
  const naming = `%${escapedLike(JSON.stringify(account.email))}%`
  await db.deleteFrom('authVerification').where('value', 'like', naming).execute()
  await db.deleteFrom('authUser').where('id', '=', account.id).execute()
  await db.updateTable('person').set({ accountId: null }).where('id', '=', personId).execute()
  return undefined
}

/** The address of a person who can sign in. */
export async function mailOf(db: Reading, personId: PersonId): Promise<string | undefined> {
  return (await accountOf(db, personId))?.email
}

/** The address under which a person signs in. */
async function accountOf(tx: Reading, personId: PersonId) {
  const people = tx.look<Tables>().selectFrom('person').innerJoin('authUser', 'authUser.id', 'person.accountId')
  return people.select(['authUser.id', 'authUser.email']).where('person.id', '=', personId).executeTakeFirst()
}

/** @NOTE "_" stands for any character, and a name of a mail address may hold it; what is deleted too much is a link of ten minutes. */
function escapedLike(text: string): string {
  return text.replaceAll('%', '_')
}
