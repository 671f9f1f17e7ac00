import { DAY_MS } from '../../../kit/clock.ts'
import { sha256 } from '../../../kit/hash.ts'
import type { Reading, Sweep, Writing } from '../../../store/index.ts'

/** So long whoever has lost their second factor waits, and is told of it, before it is taken away. */
export const WAIT_MS = 3 * DAY_MS
/** So long they have for coming back. */
const OPEN_MS = 14 * DAY_MS

/** Somebody who passed the first step asked for the second to be taken away. */
export interface SecondFactorWait {
  accountId: string
  askedAt: number
  /** The hash of what stands in the letter that stops it. */
  cancelHash: string
}

interface WaitTables {
  secondFactorWait: SecondFactorWait
}

/** What an account waits for; one that nobody came back for counts as never asked. */
export async function waitOf(db: Reading, accountId: string, now: number): Promise<SecondFactorWait | undefined> {
  const waits = db.look<WaitTables>().selectFrom('secondFactorWait').selectAll()
  return waits
    .where('accountId', '=', accountId)
    .where('askedAt', '>', now - WAIT_MS - OPEN_MS)
    .executeTakeFirst()
}

export async function waitByToken(db: Reading, token: string): Promise<SecondFactorWait | undefined> {
  const waits = db.look<WaitTables>().selectFrom('secondFactorWait').selectAll()
  return waits.where('cancelHash', '=', sha256(token)).executeTakeFirst()
}

export async function beginWait(tx: Writing, wait: SecondFactorWait): Promise<void> {
  const waits = tx.change<WaitTables>().insertInto('secondFactorWait').values(wait)
  await waits.onConflict((c) => c.column('accountId').doUpdateSet(wait)).execute()
}

export async function endWait(tx: Writing, accountId: string): Promise<void> {
  await tx.change<WaitTables>().deleteFrom('secondFactorWait').where('accountId', '=', accountId).execute()
}

/** Forgets waiting for which nobody came back. */
export const sweepWaits: Sweep = async (tx, now) => {
  const old = tx
    .change<WaitTables>()
    .deleteFrom('secondFactorWait')
    .where('askedAt', '<', now - WAIT_MS - OPEN_MS)
  await old.execute()
  return false
}
