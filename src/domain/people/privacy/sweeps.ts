import { DAY_MS } from '../../../kit/clock.ts'
import type { Terms, Writing } from '../../../store/index.ts'

interface Tables {
  authSession: { id: string; expiresAt: string; createdAt: string; ipAddress: string | null }
  authVerification: { id: string; expiresAt: string }
}

const AT_ONCE = 200

/** Forgets sessions that have ended by themselves, so many at once; answers whether there is more. */
export function sweepSessions(tx: Writing, now: number): Promise<boolean> {
  return sweepExpired(tx, 'authSession', now)
}

/** The same of tokens that nobody brought back. */
export function sweepTokens(tx: Writing, now: number): Promise<boolean> {
  return sweepExpired(tx, 'authVerification', now)
}

/** @NOTE better-auth keeps moments as texts where the database has no type for them; they sort as ISO 8601 does. */
async function sweepExpired(tx: Writing, table: keyof Tables, now: number): Promise<boolean> {
  const moment = new Date(now).toISOString()
  const expired = tx.look<Tables>().selectFrom(table).select('id').where('expiresAt', '<', moment)
  const some = expired.limit(AT_ONCE)
  const { numDeletedRows } = await tx
    .change<Tables>()
    .deleteFrom(table)
    .where('id', 'in', some)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows) === AT_ONCE
}

/** Forgets from which network somebody signed in; the session goes on. */
export async function sweepAddresses(tx: Writing, now: number, { addressDays }: Terms): Promise<boolean> {
  const moment = new Date(now - addressDays * DAY_MS).toISOString()
  const sealed = tx.look<Tables>().selectFrom('authSession').select('id').where('ipAddress', 'is not', null)
  const some = sealed.where('createdAt', '<', moment).limit(AT_ONCE)
  const sessions = tx.change<Tables>().updateTable('authSession').set({ ipAddress: null }).where('id', 'in', some)
  return Number((await sessions.executeTakeFirstOrThrow()).numUpdatedRows) === AT_ONCE
}
