import type { Generated } from 'kysely'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { record } from '../../audit/index.ts'
import { claimDeclined } from '../acts.ts'
import type { PersonTables } from '../people.ts'
import type { Person, PersonId } from '../person.ts'
import { handOver } from '../policy.ts'
import { mustMay } from '../rights/right.ts'
import { memberById } from '../roles/grants.ts'
import type { Member } from '../roles/role.ts'

/** Asks of one person that wait at the same time. */
export const MOST_ASKS = 10

/** That somebody says they are who spoke under an imported name, and whether that was declined. */
export interface ClaimAsk {
  placeholderId: PersonId
  personId: PersonId
  at: number
  declinedAt: number | null
  declinedById: PersonId | null
}

interface Tables extends PersonTables {
  claimAsk: ClaimAsk & { id: Generated<number> }
  personClaim: { placeholderId: PersonId }
}

/** Asks for a placeholder; nothing changes where that was asked already. Throws for whom nobody can claim any more, and where too many asks wait. */
export async function askForClaim(
  tx: Writing,
  placeholder: Person,
  { personId, at }: { personId: PersonId; at: number },
): Promise<void> {
  if (placeholder.accountId !== null) throw new Trouble('conflict', 'claim.has-account')
  await tx.inTurn('claims')
  const claims = tx.look<Tables>().selectFrom('personClaim').select('placeholderId')
  if (await claims.where('placeholderId', '=', placeholder.id).executeTakeFirst())
    throw new Trouble('conflict', 'claim.claimed')
  if (await askOf(tx, placeholder.id, personId)) return
  if ((await openAsksOf(tx, personId)).length >= MOST_ASKS)
    throw new Trouble('conflict', 'claim.too-many', { limit: MOST_ASKS })
  const ask = { placeholderId: placeholder.id, personId, at, declinedAt: null, declinedById: null }
  await tx.change<Tables>().insertInto('claimAsk').values(ask).execute()
}

/** Takes back what was asked; what was declined stays so. */
export async function takeBackAsk(tx: Writing, placeholderId: PersonId, personId: PersonId): Promise<void> {
  const asks = tx.change<Tables>().deleteFrom('claimAsk').where('placeholderId', '=', placeholderId)
  await asks.where('personId', '=', personId).where('declinedAt', 'is', null).execute()
}

interface Declining {
  placeholderId: PersonId
  personId: PersonId
  byId: PersonId
  at: number
}

/** Says no to what somebody asked; nothing changes where nothing waits. */
export async function declineAsk(tx: Writing, declining: Declining): Promise<void> {
  const { placeholderId, personId, byId, at } = declining
  await tx.inTurn('claims')
  const by = await memberById(tx, byId)
  if (!by) throw new Trouble('forbidden', 'person.unknown')
  mustMay(handOver, by, undefined)
  const asks = tx.change<Tables>().updateTable('claimAsk').set({ declinedAt: at, declinedById: byId })
  const open = asks.where('placeholderId', '=', placeholderId).where('personId', '=', personId)
  const { numUpdatedRows } = await open.where('declinedAt', 'is', null).executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return
  await record(tx, claimDeclined, { byId, aboutId: personId, after: { placeholder: placeholderId }, at })
}

/** What somebody asked about a placeholder. */
export function askOf(db: Reading, placeholderId: PersonId, personId: PersonId): Promise<ClaimAsk | undefined> {
  const asks = db.look<Tables>().selectFrom('claimAsk').selectAll().where('placeholderId', '=', placeholderId)
  return asks.where('personId', '=', personId).executeTakeFirst()
}

/** What somebody asked, and was neither answered nor declined, the oldest first. */
export function openAsksOf(db: Reading, personId: PersonId): Promise<ClaimAsk[]> {
  const asks = db.look<Tables>().selectFrom('claimAsk').selectAll().where('personId', '=', personId)
  return asks.where('declinedAt', 'is', null).orderBy('id').execute()
}

/** Everything that somebody asked, with the names. */
export function asksOf(db: Reading, personId: PersonId) {
  const asks = withPlaceholders(db).where('claimAsk.personId', '=', personId)
  return asks.orderBy('claimAsk.id').execute()
}

/** What waits for an administrator, the oldest first. */
export function openAsks(db: Reading, limit: number) {
  const asks = withPlaceholders(db).innerJoin('person', 'person.id', 'claimAsk.personId').select('person.name')
  return asks.where('claimAsk.declinedAt', 'is', null).orderBy('claimAsk.id').limit(limit).execute()
}

/** For how many asks somebody waits who may decide them; none for others. */
export async function asksWaitingFor(db: Reading, by: Member): Promise<number> {
  if (!handOver.may(by, undefined)) return 0
  const asks = db
    .look<Tables>()
    .selectFrom('claimAsk')
    .select((e) => e.fn.countAll().as('count'))
  return Number((await asks.where('declinedAt', 'is', null).executeTakeFirstOrThrow()).count)
}

/** Forgets what was asked about a placeholder that has been handed over. */
export async function forgetAsks(tx: Writing, placeholderId: PersonId): Promise<void> {
  await tx.change<Tables>().deleteFrom('claimAsk').where('placeholderId', '=', placeholderId).execute()
}

function withPlaceholders(db: Reading) {
  return db
    .look<Tables>()
    .selectFrom('claimAsk')
    .innerJoin('person as placeholder', 'placeholder.id', 'claimAsk.placeholderId')
    .select(['claimAsk.placeholderId', 'claimAsk.personId', 'claimAsk.at', 'claimAsk.declinedAt'])
    .select('placeholder.name as placeholder')
}
