import { sql } from 'kysely'
import type { Reading, Writing } from '../../../store/index.ts'
import type { ReachTables } from '../tables.ts'
import { AGAIN_MS, type DueLetter, KEPT_MS, LEASE_MS, MOST_TRIES } from './due-letter.ts'

/** @NOTE spelled out, for an index of these rows alone is not used where the state is a value that comes later. */
const PLANNED = sql<boolean>`"letter"."state" = 'planned'`
const SENDING = sql<boolean>`"letter"."state" = 'sending'`

/** Plans a letter. */
export async function planLetter(
  tx: Writing,
  letter: Pick<DueLetter, 'matter' | 'aboutId' | 'personId' | 'dueAt'>,
): Promise<void> {
  const row = { ...letter, state: 'planned' as const, tries: 0, leaseUntil: null, contentHash: null, at: null }
  await tx.change<ReachTables>().insertInto('letter').values(row).execute()
}

export async function isLetterDue(db: Reading, now: number): Promise<boolean> {
  const due = db.look<ReachTables>().selectFrom('letter').select('id').where(PLANNED).where('dueAt', '<=', now)
  const late = db.look<ReachTables>().selectFrom('letter').select('id').where(SENDING).where('leaseUntil', '<=', now)
  const both = [due.limit(1).executeTakeFirst(), late.limit(1).executeTakeFirst()]
  return (await Promise.all(both)).some(Boolean)
}

/** Takes the letter that has been due for longest, one try for each, until the lease ends. */
export async function leaseLetter(tx: Writing, now: number): Promise<DueLetter | undefined> {
  const first = tx.look<ReachTables>().selectFrom('letter').select('id').where(PLANNED).where('dueAt', '<=', now)
  const next = await first.orderBy('dueAt').orderBy('id').limit(1).executeTakeFirst()
  if (!next) return
  const planned = tx
    .change<ReachTables>()
    .updateTable('letter')
    .where('id', '=', next.id)
    .where(PLANNED)
    .where('dueAt', '<=', now)
  const taken = { state: 'sending' as const, tries: sql<number>`tries + 1`, leaseUntil: now + LEASE_MS }
  return planned.set(taken).returningAll().executeTakeFirst()
}

/** Of what somebody had in hand who has not said in time what came of it, nobody knows whether it went out. */
export async function giveUpOnLetters(tx: Writing, now: number): Promise<void> {
  const late = tx.change<ReachTables>().updateTable('letter').where(SENDING).where('leaseUntil', '<=', now)
  await late.set({ state: 'unknown', at: now }).execute()
}

export async function keepLetterHash(tx: Writing, id: number, contentHash: string): Promise<void> {
  await tx.change<ReachTables>().updateTable('letter').set({ contentHash }).where('id', '=', id).execute()
}

export async function forgetLetter(tx: Writing, id: number): Promise<void> {
  await tx.change<ReachTables>().deleteFrom('letter').where('id', '=', id).execute()
}

/** What came of a letter: as of a message, or that nobody takes it. */
export type LetterOutcome = 'sent' | 'later' | 'unknown' | 'refused'

/** Keeps what came of a letter; one that did not go out is due again after a while that grows, until it was tried often enough. */
export async function settleLetter(
  tx: Writing,
  { id, tries, leaseUntil }: Pick<DueLetter, 'id' | 'tries' | 'leaseUntil'>,
  outcome: LetterOutcome,
  now: number,
): Promise<void> {
  const letter = tx.change<ReachTables>().updateTable('letter').where('id', '=', id)
  const inHand = letter.where('leaseUntil', '=', leaseUntil)
  if (outcome === 'refused') await inHand.set({ state: 'failed', at: now }).execute()
  else if (outcome !== 'later') await inHand.set({ state: outcome, at: now }).execute()
  else if (tries >= MOST_TRIES) await inHand.set({ state: 'failed', at: now }).execute()
  else await inHand.set({ state: 'planned', dueAt: now + AGAIN_MS * tries }).execute()
}

const AT_ONCE = 500

/** Forgets letters of which it has long been known what came of them; answers whether there are more. */
export async function sweepLetters(tx: Writing, now: number): Promise<boolean> {
  const ended = tx.look<ReachTables>().selectFrom('letter').select('id')
  const some = ended.where('at', '<', now - KEPT_MS).limit(AT_ONCE)
  const swept = await tx.change<ReachTables>().deleteFrom('letter').where('id', 'in', some).executeTakeFirst()
  return Number(swept.numDeletedRows) === AT_ONCE
}
