import type { Generated } from 'kysely'
import { DAY_MS } from '../../../kit/clock.ts'
import { sha256 } from '../../../kit/hash.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import type { MailAddress } from './mail-address.ts'
import { LIFE_MS, MOST_TRIES, type SignInRequest, type SignInRequestId } from './sign-in-request.ts'

interface SignInRequestTables {
  signInRequest: Omit<SignInRequest, 'id'> & { id: Generated<SignInRequestId> }
}

const SWEPT_AT_ONCE = 50

/** The request whose link this is, while it is open. */
export function openByToken(db: Reading, token: string, now: number): Promise<SignInRequest | undefined> {
  const requests = db.look<SignInRequestTables>().selectFrom('signInRequest').selectAll()
  return requests
    .where('tokenHash', '=', sha256(token))
    .where('usedAt', 'is', null)
    .where('tries', '<', MOST_TRIES)
    .where('createdAt', '>', now - LIFE_MS)
    .executeTakeFirst()
}

export async function add(tx: Writing, request: Omit<SignInRequest, 'id' | 'tries' | 'usedAt'>): Promise<void> {
  await tx
    .change<SignInRequestTables>()
    .insertInto('signInRequest')
    .values({ ...request, tries: 0, usedAt: null })
    .execute()
  await sweep(tx, request.createdAt)
}

/** Counts one more try against every open request of a browser, and answers with those that had one left. */
export function tryCode(tx: Writing, browser: string, now: number): Promise<SignInRequest[]> {
  const requests = tx.change<SignInRequestTables>().updateTable('signInRequest')
  return requests
    .set((e) => ({ tries: e('tries', '+', 1) }))
    .where('browserHash', '=', sha256(browser))
    .where('usedAt', 'is', null)
    .where('tries', '<', MOST_TRIES)
    .where('createdAt', '>', now - LIFE_MS)
    .returningAll()
    .execute()
}

/** Uses a request up; false when that has been done before. */
export async function use(tx: Writing, id: SignInRequestId, now: number): Promise<boolean> {
  const requests = tx.change<SignInRequestTables>().updateTable('signInRequest').set({ usedAt: now })
  const used = await requests.where('id', '=', id).where('usedAt', 'is', null).returning('id').execute()
  return used.length > 0
}

/** Uses up whatever is open for an address, so that no link outlives a change of its password. */
export async function useAllFor(tx: Writing, mail: MailAddress, now: number): Promise<void> {
  const requests = tx.change<SignInRequestTables>().updateTable('signInRequest').set({ usedAt: now })
  await requests.where('mailHash', '=', sha256(mail)).where('usedAt', 'is', null).execute()
}

/** Forgets so many at once that nobody can use any more; answers whether there is more. */
export async function sweep(tx: Writing, now: number): Promise<boolean> {
  const old = tx.look<SignInRequestTables>().selectFrom('signInRequest').select('id')
  const rows = await old
    .where('createdAt', '<', now - DAY_MS)
    .orderBy('createdAt')
    .limit(SWEPT_AT_ONCE)
    .execute()
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return false
  await tx.change<SignInRequestTables>().deleteFrom('signInRequest').where('id', 'in', ids).execute()
  return ids.length === SWEPT_AT_ONCE
}
