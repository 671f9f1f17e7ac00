import type { Generated } from 'kysely'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { record } from '../../audit/index.ts'
import { placeholderGivenBack, placeholderHandedOver } from '../acts.ts'
import { personClaimed, personRenamed } from '../events.ts'
import { byId } from '../people.ts'
import type { Person, PersonId } from '../person.ts'
import { handOver } from '../policy.ts'
import { mustMay } from '../rights/right.ts'
import { memberById } from '../roles/grants.ts'
import { forgetAsks } from './claim-asks.ts'
import { claimedNames } from './claimed-names.ts'
import type { Holder } from './holder.ts'

export interface Claim {
  placeholderId: PersonId
  personId: PersonId
  /** The administrator who decided it; null for the operator at the terminal. */
  byId: PersonId | null
  at: number
}

interface ClaimTables {
  personClaim: Claim & { id: Generated<number> }
  claimMoved: { claimId: number; holder: string; handed: string }
}

/** Gives a placeholder's words and names to the person they belong to. The placeholder stays, so that its name does. */
export async function claimPlaceholder(tx: Writing, holders: readonly Holder[], claim: Claim): Promise<void> {
  const { placeholderId, personId, byId: by, at } = claim
  await inTurn(tx, by)
  await mustBePlaceholder(tx, placeholderId)
  await mustHaveAccount(tx, personId)
  if (await claimOf(tx, placeholderId)) throw new Trouble('conflict', 'claim.claimed')
  const moves = await whatMoves(tx, holders, placeholderId)
  const insert = tx.change<ClaimTables>().insertInto('personClaim').values(claim).returning('id')
  const { id: claimId } = await insert.executeTakeFirstOrThrow()
  for (const { name, hand } of withNames(holders)) {
    const handed = JSON.stringify((await hand(tx, placeholderId, personId)) ?? null)
    await tx.change<ClaimTables>().insertInto('claimMoved').values({ claimId, holder: name, handed }).execute()
  }
  await forgetAsks(tx, placeholderId)
  const after = { placeholder: placeholderId, ...Object.fromEntries(moves) }
  await record(tx, placeholderHandedOver, { byId: by, aboutId: personId, after, at })
  tx.note(personClaimed, { about: personId, at })
  tx.note(personRenamed, { about: placeholderId, at })
}

/** Takes a claim back: exactly what went with it is the placeholder's again. Throws where nobody noted what that was. */
export async function undoClaim(
  tx: Writing,
  holders: readonly Holder[],
  { placeholderId, byId: by, at }: Omit<Claim, 'personId'>,
): Promise<void> {
  await inTurn(tx, by)
  await mustBePlaceholder(tx, placeholderId)
  const claim = await claimOf(tx, placeholderId)
  if (!claim) return
  if (!claim.canBeUndone) throw new Trouble('conflict', 'claim.not-noted')
  const moved = tx.look<ClaimTables>().selectFrom('claimMoved').selectAll().where('claimId', '=', claim.id)
  const handed = new Map((await moved.execute()).map((row) => [row.holder, row.handed]))
  for (const { name, giveBack } of withNames(holders)) {
    const theirs = handed.get(name)
    if (theirs !== undefined) await giveBack(tx, placeholderId, claim.personId, JSON.parse(theirs))
  }
  await tx.change<ClaimTables>().deleteFrom('personClaim').where('id', '=', claim.id).execute()
  await record(tx, placeholderGivenBack, {
    byId: by,
    aboutId: claim.personId,
    before: { placeholder: placeholderId },
    at,
  })
  tx.note(personClaimed, { about: claim.personId, at })
  tx.note(personRenamed, { about: placeholderId, at })
}

/** What goes to another with a placeholder, by the names of those who keep it. */
export async function whatMoves(
  db: Reading,
  holders: readonly Holder[],
  placeholderId: PersonId,
): Promise<(readonly [name: string, count: number])[]> {
  const counts: [string, number][] = []
  for (const { name, count } of withNames(holders)) if (count) counts.push([name, await count(db, placeholderId)])
  return counts
}

/** Whom a claimed placeholder has turned out to be. */
export async function claimantOf(db: Reading, placeholderId: PersonId): Promise<PersonId | undefined> {
  return (await claimOf(db, placeholderId))?.personId
}

/** How a placeholder was claimed; undefined where it was not. */
export async function claimOf(db: Reading, placeholderId: PersonId) {
  const claims = db.look<ClaimTables>().selectFrom('personClaim').selectAll().where('placeholderId', '=', placeholderId)
  const claim = await claims.executeTakeFirst()
  if (!claim) return
  const moved = db.look<ClaimTables>().selectFrom('claimMoved').select('holder').where('claimId', '=', claim.id)
  return { ...claim, canBeUndone: (await moved.limit(1).executeTakeFirst()) !== undefined }
}

/** Throws for whoever has an account. */
export async function mustBePlaceholder(db: Reading, id: PersonId): Promise<Person> {
  const placeholder = await byId(db, id)
  if (!placeholder) throw new Trouble('missing', 'person.missing')
  if (placeholder.accountId !== null) throw new Trouble('conflict', 'claim.has-account')
  return placeholder
}

async function mustHaveAccount(db: Reading, id: PersonId) {
  const person = await byId(db, id)
  if (!person) throw new Trouble('missing', 'person.missing')
  if (person.accountId === null) throw new Trouble('conflict', 'person.placeholder')
}

function withNames(holders: readonly Holder[]): readonly Holder[] {
  return [...holders, claimedNames]
}

/** @NOTE who decides is looked up anew: their role may have been taken in this moment. */
async function inTurn(tx: Writing, id: PersonId | null) {
  await tx.inTurn('claims')
  if (id === null) return
  const by = await memberById(tx, id)
  if (!by) throw new Trouble('forbidden', 'person.unknown')
  mustMay(handOver, by, undefined)
}
