import { sql } from 'kysely'
import type { Reading, Writing } from '../../../store/index.ts'
import type { ReachTables } from '../tables.ts'
import type { Addressed, Channel } from './channel.ts'
import { AGAIN_MS, AT_ONCE, KEPT_MS, MOST_TRIES } from './delivery.ts'

/** @NOTE spelled out, for an index of these rows alone is not used where the state is a value that comes later. */
const PLANNED = sql<boolean>`"delivery"."state" = 'planned'`
const SENDING = sql<boolean>`"delivery"."state" = 'sending'`
const IS_SPENT = sql<boolean>`"delivery"."tries" >= ${MOST_TRIES}`

export async function isDue(db: Reading, channel: string, now: number): Promise<boolean> {
  return (await nextDue(db, channel, now)) !== undefined
}

/** Whether somebody who had something in hand has not said in time what came of it. */
export async function isOverdue(db: Reading, channel: string, now: number): Promise<boolean> {
  const overdue = db.look<ReachTables>().selectFrom('delivery').select('id').where(SENDING)
  const first = overdue.where('channel', '=', channel).where('leaseUntil', '<=', now).limit(1)
  return (await first.executeTakeFirst()) !== undefined
}

/** To whom something has been due for longest. */
export function nextDue(db: Reading, channel: string, now: number): Promise<Addressed | undefined> {
  const due = db.look<ReachTables>().selectFrom('delivery').select(['personId', 'place']).where(PLANNED)
  return due.where('channel', '=', channel).where('dueAt', '<=', now).orderBy('dueAt').limit(1).executeTakeFirst()
}

/**
 * Takes what is due to somebody, one try for each, until the lease ends. @NOTE whoever waited for another to take the same finds
 * it as it stands then, perhaps tried and put off, while what was looked for within is not looked for again.
 */
export async function lease(
  tx: Writing,
  channel: string,
  to: Addressed,
  { now, leaseUntil }: { now: number; leaseUntil: number },
) {
  const some = dueTo(tx, channel, to, now).select('id').orderBy('noticeId').limit(AT_ONCE)
  const due = tx.change<ReachTables>().updateTable('delivery').where(PLANNED).where('dueAt', '<=', now)
  const leased = due.where('id', 'in', some)
  const taken = { state: 'sending' as const, tries: sql<number>`tries + 1`, leaseUntil }
  return leased.set(taken).returning(['id', 'noticeId']).execute()
}

export async function keepHash(tx: Writing, ids: readonly number[], contentHash: string): Promise<void> {
  await tx.change<ReachTables>().updateTable('delivery').set({ contentHash }).where('id', 'in', ids).execute()
}

/** How much is due to somebody beside what is leased, and the last notice of it. */
export function dueBeyond(db: Reading, channel: string, to: Addressed, now: number) {
  return dueTo(db, channel, to, now)
    .select((e) => [e.fn.countAll<number>().as('count'), e.fn.max('noticeId').as('last')])
    .executeTakeFirstOrThrow()
}

/**
 * Takes from those who have not said in time what came of a message what they had in hand. Whether it went out is not known: a
 * channel in which that does no harm tries again, and others do not.
 */
export async function giveUpOn(tx: Writing, { name, mayRepeat }: Channel, now: number): Promise<void> {
  if (!(await isOverdue(tx, name, now))) return
  const overdue = tx.change<ReachTables>().updateTable('delivery').where(SENDING).where('leaseUntil', '<=', now)
  const unknown = { state: sql<'unknown'>`'unknown'`, at: now }
  const again = { state: sql<'planned'>`'planned'`, dueAt: now }
  const ofChannel = overdue.where('channel', '=', name)
  if (mayRepeat) await ofChannel.where(sql<boolean>`not ${IS_SPENT}`).set(again).execute()
  await ofChannel.set(unknown).execute()
}

export async function forget(tx: Writing, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await tx.change<ReachTables>().deleteFrom('delivery').where('id', 'in', ids).execute()
}

/** What waits to go to a person in these places of a channel, or in any of them, does not go. */
export async function forgetPlanned(
  tx: Writing,
  channel: string,
  personId: Addressed['personId'],
  places?: readonly string[],
): Promise<void> {
  if (places?.length === 0) return
  const planned = tx.change<ReachTables>().deleteFrom('delivery').where(PLANNED)
  const theirs = planned.where('channel', '=', channel).where('personId', '=', personId)
  await (places ? theirs.where('place', 'in', places) : theirs).execute()
}

interface InHand {
  ids: readonly number[]
  leaseUntil: number
}

/** They came to an end. Whoever comes late with it says more than that it is not known. */
export async function end(
  tx: Writing,
  { ids, leaseUntil }: InHand,
  state: 'sent' | 'failed' | 'unknown',
  at: number,
): Promise<void> {
  const inHand = tx.change<ReachTables>().updateTable('delivery').where('id', 'in', ids)
  await inHand
    .where('leaseUntil', '=', leaseUntil)
    .where('state', 'in', ['sending', 'unknown'])
    .set({ state, at })
    .execute()
}

/** They are due again after a while that grows, until they have been tried often enough. */
export async function putOff(tx: Writing, inHand: InHand & { takenAt: number }, now: number): Promise<void> {
  const { ids, leaseUntil, takenAt } = inHand
  const held = tx.change<ReachTables>().updateTable('delivery').where('id', 'in', ids).where(SENDING)
  const dueAt = sql<number>`cast(${takenAt} as bigint) + cast(${AGAIN_MS} as bigint) * "tries"`
  const ours = held.where('leaseUntil', '=', leaseUntil)
  await ours.where(IS_SPENT).set({ state: 'failed', at: now }).execute()
  await ours.set({ state: 'planned', dueAt }).execute()
}

/** Ends so many at once that were counted in a message; answers whether there are more. */
export async function endBeyond(
  tx: Writing,
  channel: string,
  { beyond, contentHash, takenAt, ...to }: Addressed & { beyond: number; contentHash: string; takenAt: number },
  at: number,
): Promise<boolean> {
  if (beyond === 0) return false
  const some = dueTo(tx, channel, to, takenAt).select('id').where('noticeId', '<=', beyond).limit(AT_ONCE)
  const due = tx.change<ReachTables>().updateTable('delivery').where(PLANNED).where('dueAt', '<=', takenAt)
  const counted = due.where('id', 'in', some)
  const ended = await counted.set({ state: 'sent', contentHash, at }).executeTakeFirst()
  return Number(ended.numUpdatedRows) === AT_ONCE
}

/** What is due to somebody before a moment waits until then. */
export async function holdUntil(tx: Writing, channel: string, to: Addressed, dueAt: number): Promise<void> {
  const soon = tx.change<ReachTables>().updateTable('delivery').where(PLANNED).where('channel', '=', channel)
  const toThem = soon.where('personId', '=', to.personId).where('place', '=', to.place)
  await toThem.where('dueAt', '<', dueAt).set({ dueAt }).execute()
}

/** Forgets so many at once of which it has long been known what came of them; answers whether there are more. */
export async function sweepDeliveries(tx: Writing, now: number): Promise<boolean> {
  const ended = tx
    .look<ReachTables>()
    .selectFrom('delivery')
    .select('id')
    .where('at', '<', now - KEPT_MS)
  const some = ended.orderBy('at').limit(AT_ONCE)
  const swept = await tx.change<ReachTables>().deleteFrom('delivery').where('id', 'in', some).executeTakeFirst()
  return Number(swept.numDeletedRows) === AT_ONCE
}

function dueTo(db: Reading, channel: string, { personId, place }: Addressed, now: number) {
  const due = db.look<ReachTables>().selectFrom('delivery').where(PLANNED).where('channel', '=', channel)
  return due.where('personId', '=', personId).where('place', '=', place).where('dueAt', '<=', now)
}
