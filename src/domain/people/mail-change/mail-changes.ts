import type { Generated } from 'kysely'
import { DAY_MS, MINUTE_MS } from '../../../kit/clock.ts'
import { isSealed, sealOf } from '../../../kit/hash.ts'
import { type Id, idFrom } from '../../../kit/ids.ts'
import type { Reading, Sweep, Writing } from '../../../store/index.ts'
import type { MailAddress } from '../sign-in/mail-address.ts'

export type MailChangeId = Id<'mailChange'>

/** So long the new address can be proven. */
export const PROOF_MS = 60 * MINUTE_MS
/** So long the address before can take the change back. */
export const UNDO_MS = 3 * DAY_MS

/** That an account was to have another address: asked for, then proven, then perhaps taken back. */
export interface MailChange {
  id: MailChangeId
  accountId: string
  oldMail: MailAddress
  newMail: MailAddress
  /** Whether there was a second factor when it was asked for. */
  hadSecondFactor: 0 | 1
  askedAt: number
  changedAt: number | null
  undoneAt: number | null
}

interface MailChangeTables {
  mailChange: Omit<MailChange, 'id'> & { id: Generated<MailChangeId> }
}

/** What a letter's link holds: to prove the new address, or to take the change back. */
export type Purpose = 'prove' | 'undo'

export function tokenFor(secret: string, purpose: Purpose, id: MailChangeId): string {
  return `${id}.${sealOf(secret, `${purpose} mail change ${id}`)}`
}

/** The change that a link is about, whatever has become of it. */
export async function byToken(
  db: Reading,
  secret: string,
  purpose: Purpose,
  token: string,
): Promise<MailChange | undefined> {
  const id = idFrom<'mailChange'>(token.split('.')[0])
  if (!id || !isSealed(token, tokenFor(secret, purpose, id))) return
  const changes = db.look<MailChangeTables>().selectFrom('mailChange').selectAll()
  return changes.where('id', '=', id).executeTakeFirst()
}

/** Whether an address still belongs to somebody who can take back that they gave it up. */
export async function isHeldBack(db: Reading, mail: MailAddress, accountId: string, now: number): Promise<boolean> {
  const changes = db.look<MailChangeTables>().selectFrom('mailChange').select('id')
  const held = changes.where('oldMail', '=', mail).where('accountId', '<>', accountId)
  const open = held.where('changedAt', '>', now - UNDO_MS).where('undoneAt', 'is', null)
  return (await open.executeTakeFirst()) !== undefined
}

export async function add(
  tx: Writing,
  change: Omit<MailChange, 'id' | 'changedAt' | 'undoneAt'>,
): Promise<MailChangeId> {
  const changes = tx.change<MailChangeTables>().insertInto('mailChange')
  const row = changes.values({ ...change, changedAt: null, undoneAt: null }).returning('id')
  return (await row.executeTakeFirstOrThrow()).id
}

/** False where it was changed or taken back before. */
export async function markChanged(tx: Writing, id: MailChangeId, at: number): Promise<boolean> {
  const changes = tx.change<MailChangeTables>().updateTable('mailChange').set({ changedAt: at }).where('id', '=', id)
  const open = changes.where('changedAt', 'is', null).where('undoneAt', 'is', null)
  return (await open.returning('id').execute()).length > 0
}

/** False where it was taken back before. */
export async function markUndone(tx: Writing, id: MailChangeId, at: number): Promise<boolean> {
  const changes = tx.change<MailChangeTables>().updateTable('mailChange').set({ undoneAt: at }).where('id', '=', id)
  return (await changes.where('undoneAt', 'is', null).returning('id').execute()).length > 0
}

/** Forgets what can neither be proven nor taken back any more. */
export const sweepMailChanges: Sweep = async (tx, now) => {
  const changes = () => tx.change<MailChangeTables>().deleteFrom('mailChange')
  await changes()
    .where('changedAt', '<', now - UNDO_MS)
    .execute()
  await changes()
    .where('changedAt', 'is', null)
    .where('askedAt', '<', now - PROOF_MS)
    .execute()
  return false
}
