import { type SelectQueryBuilder, sql } from 'kysely'
import { DAY_MS } from '../../../kit/clock.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import type { PersonId, PersonTables } from '../../people/index.ts'
import { WAIT_MS } from '../delivery/delivery.ts'
import type { ReachTables } from '../tables.ts'
import type { CorrectionNotice } from './correction-notice.ts'

type Tables = ReachTables & PersonTables

/** So long a notice is kept after it was read, and so long one that nobody reads. */
const KEPT_MS = 90 * DAY_MS
const KEPT_UNREAD_MS = 365 * DAY_MS
const AT_ONCE = 500

export interface ToTell extends Pick<CorrectionNotice, 'correctionId' | 'articleId' | 'at'> {
  people: readonly PersonId[]
  /** Whoever made it knows. */
  byId: PersonId | null
  digestAt: number
}

/** Tells people of a correction, each once, and plans a letter to those who wish mail. */
export async function tellCorrection(tx: Writing, { people, byId, digestAt, ...about }: ToTell): Promise<void> {
  const ids = [...new Set(people)].filter((id) => id !== byId)
  if (ids.length === 0) return
  const known = tx.look<Tables>().selectFrom('person').select('id').where('id', 'in', ids)
  const accounts = await known.where('accountId', 'is not', null).orderBy('id').execute()
  if (accounts.length === 0) return
  const rows = accounts.map(({ id }) => ({ ...about, personId: id, readAt: null }))
  const insert = tx.change<Tables>().insertInto('correctionNotice').values(rows)
  const told = await insert
    .onConflict((c) => c.columns(['correctionId', 'personId']).doNothing())
    .returning('personId')
    .execute()
  if (told.length > 0)
    await planLetters(
      tx,
      told.map(({ personId }) => personId),
      about,
      digestAt,
    )
}

async function planLetters(
  tx: Writing,
  people: readonly PersonId[],
  { correctionId, at }: Pick<ToTell, 'correctionId' | 'at'>,
  digestAt: number,
) {
  const wishes = tx
    .look<ReachTables>()
    .selectFrom('mailWish')
    .select(['personId', 'pace'])
    .where('personId', 'in', people)
  const rows = (await wishes.orderBy('personId').execute()).map(({ personId, pace }) => ({
    matter: 'correction' as const,
    aboutId: correctionId,
    personId,
    dueAt: pace === 'daily' ? Math.max(digestAt, at + WAIT_MS) : at + WAIT_MS,
    state: 'planned' as const,
    tries: 0,
    leaseUntil: null,
    contentHash: null,
    at: null,
  }))
  if (rows.length > 0) await tx.change<ReachTables>().insertInto('letter').values(rows).execute()
}

/** The corrections that somebody was told of, the latest first; those that were read long ago aside. */
export function correctionNoticesOf(db: Reading, personId: PersonId, limit: number): Promise<CorrectionNotice[]> {
  const notices = db.look<ReachTables>().selectFrom('correctionNotice').selectAll().where('personId', '=', personId)
  return notices.orderBy('id', 'desc').limit(limit).execute()
}

/** How many of them somebody has not read, counted up to so many. */
export async function unreadCorrections(db: Reading, personId: PersonId, most: number): Promise<number> {
  const unread = db.look<ReachTables>().selectFrom('correctionNotice').select('id').where('personId', '=', personId)
  return (await unread.where('readAt', 'is', null).limit(most).execute()).length
}

/** Marks as read what somebody was told up to a moment. */
export async function readCorrections(tx: Writing, personId: PersonId, upTo: number, at: number): Promise<void> {
  const rows = tx.change<ReachTables>().updateTable('correctionNotice').set({ readAt: at })
  await rows.where('personId', '=', personId).where('readAt', 'is', null).where('at', '<=', upTo).execute()
}

/** Forgets what was read long ago, and what nobody has read for longer; answers whether there is more. */
export async function sweepCorrectionNotices(tx: Writing, now: number): Promise<boolean> {
  const notices = tx.look<ReachTables>().selectFrom('correctionNotice').select('id').limit(AT_ONCE)
  const read = notices.where('readAt', '<', now - KEPT_MS)
  const unread = notices.where(sql<boolean>`"readAt" is null`).where('at', '<', now - KEPT_UNREAD_MS)
  return [await forget(tx, read), await forget(tx, unread)].includes(AT_ONCE)
}

async function forget(
  tx: Writing,
  some: SelectQueryBuilder<ReachTables, 'correctionNotice', { id: number }>,
): Promise<number> {
  const old = tx.change<ReachTables>().deleteFrom('correctionNotice').where('id', 'in', some)
  return Number((await old.executeTakeFirst()).numDeletedRows)
}
