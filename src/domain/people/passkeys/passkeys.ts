import type { Generated } from 'kysely'
import type { Reading, Writing } from '../../../store/index.ts'
import { MOST_PASSKEYS, type Passkey, type PasskeyId } from './passkey.ts'

interface PasskeyTables {
  passkey: Omit<Passkey, 'id'> & { id: Generated<PasskeyId> }
}

/** An account's own, oldest first. */
export function passkeysOf(db: Reading, accountId: string): Promise<Passkey[]> {
  const passkeys = db.look<PasskeyTables>().selectFrom('passkey').selectAll().where('accountId', '=', accountId)
  return passkeys.orderBy('id').limit(MOST_PASSKEYS).execute()
}

export function byCredential(db: Reading, credentialId: string): Promise<Passkey | undefined> {
  const passkeys = db.look<PasskeyTables>().selectFrom('passkey').selectAll()
  return passkeys.where('credentialId', '=', credentialId).executeTakeFirst()
}

/** Does nothing where the device's key is known already. */
export async function add(tx: Writing, passkey: Omit<Passkey, 'id' | 'usedAt'>): Promise<void> {
  const passkeys = tx
    .change<PasskeyTables>()
    .insertInto('passkey')
    .values({ ...passkey, usedAt: null })
  await passkeys.onConflict((c) => c.column('credentialId').doNothing()).execute()
}

export async function noteUse(tx: Writing, id: PasskeyId, counter: number, usedAt: number): Promise<void> {
  await tx.change<PasskeyTables>().updateTable('passkey').set({ counter, usedAt }).where('id', '=', id).execute()
}

/** Takes one away from its account; nothing where it is gone, or another's. */
export async function removePasskey(tx: Writing, accountId: string, id: PasskeyId): Promise<void> {
  const passkeys = tx.change<PasskeyTables>().deleteFrom('passkey')
  await passkeys.where('accountId', '=', accountId).where('id', '=', id).execute()
}

/** Takes away what an account was given since then. */
export async function removePasskeysSince(tx: Writing, accountId: string, at: number): Promise<void> {
  const passkeys = tx.change<PasskeyTables>().deleteFrom('passkey')
  await passkeys.where('accountId', '=', accountId).where('createdAt', '>=', at).execute()
}
