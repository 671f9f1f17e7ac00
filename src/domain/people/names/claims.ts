import type { Generated } from 'kysely'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { personClaimed, personRenamed } from '../events.ts'
import { byId } from '../people.ts'
import type { Person, PersonId } from '../person.ts'
import { nameKey } from './name-key.ts'

/** Hands the rows that a part of the trade keeps of one person to another; parley.ts introduces those who have any. */
export type Reassign = (tx: Writing, from: PersonId, to: PersonId) => Promise<unknown>

export interface Claim {
  placeholderId: PersonId
  personId: PersonId
  /** The administrator who decided it; null for the operator at the terminal. */
  byId: PersonId | null
  at: number
}

interface ClaimTables {
  personClaim: Claim & { id: Generated<number> }
  personAlias: { id: Generated<number>; personId: PersonId; name: string; nameKey: string }
}

/** Gives a placeholder's words and names to the person they belong to. The placeholder stays, so that its name does. */
export async function claimPlaceholder(tx: Writing, holders: readonly Reassign[], claim: Claim): Promise<void> {
  const { placeholderId, personId, at } = claim
  const [placeholder, person] = await Promise.all([byId(tx, placeholderId), byId(tx, personId)])
  if (!placeholder || !person) throw new Trouble('missing', 'person.missing')
  if (placeholder.accountId !== null) throw new Trouble('conflict', 'claim.has-account')
  if (person.accountId === null) throw new Trouble('conflict', 'person.placeholder')
  if (await isClaimed(tx, placeholderId)) throw new Trouble('conflict', 'claim.claimed')
  for (const hand of holders) await hand(tx, placeholderId, personId)
  await handAliases(tx, placeholder, personId)
  await tx.change<ClaimTables>().insertInto('personClaim').values(claim).execute()
  tx.note(personClaimed, { about: personId, at })
  tx.note(personRenamed, { about: placeholderId, at })
}

/** Whom a claimed placeholder has turned out to be. */
export async function claimantOf(db: Reading, placeholderId: PersonId): Promise<PersonId | undefined> {
  const claims = db.look<ClaimTables>().selectFrom('personClaim').select('personId')
  return (await claims.where('placeholderId', '=', placeholderId).executeTakeFirst())?.personId
}

async function isClaimed(tx: Writing, id: PersonId) {
  const claims = tx.look<ClaimTables>().selectFrom('personClaim').select('id').where('placeholderId', '=', id)
  return (await claims.executeTakeFirst()) !== undefined
}

async function handAliases(tx: Writing, { id, name }: Person, personId: PersonId) {
  const aliases = await tx
    .look<ClaimTables>()
    .selectFrom('personAlias')
    .selectAll()
    .where('personId', '=', id)
    .execute()
  for (const alias of [name, ...aliases.map((row) => row.name)]) {
    const row = { personId, name: alias, nameKey: nameKey(alias) }
    const insert = tx.change<ClaimTables>().insertInto('personAlias').values(row)
    await insert.onConflict((c) => c.columns(['personId', 'nameKey']).doNothing()).execute()
  }
  await tx.change<ClaimTables>().deleteFrom('personAlias').where('personId', '=', id).execute()
}
