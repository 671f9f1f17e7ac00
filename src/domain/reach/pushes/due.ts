import { sql } from 'kysely'
import { MINUTE_MS } from '../../../kit/clock.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import type { Device } from '../devices/device.ts'
import { type DueNotices, dueNotices } from '../notices/due-notices.ts'
import type { ReachTables } from '../tables.ts'
import type { Pushed } from './push.ts'

/** @NOTE a moment as the library keeps it, a text on one of the databases. */
type Tables = ReachTables & { authSession: { id: string; expiresAt: string | Date } }

const IN_ONE_MESSAGE = 1_000
/** A message that was not taken is tried again after so long, each time after longer. */
const AGAIN_MS = 5 * MINUTE_MS
const MOST_TRIES = 8
/** What comes so soon after a message goes together in the next. */
const PAUSE_MS = MINUTE_MS

/** Notices that belong in one message, which tells of one or says how many there are, and to which browser it goes. */
export interface DuePush extends DueNotices {
  device: Device
  /** What is settled once the message is on its way. */
  ids: number[]
}

/** Whether any message is due. */
export async function isPushDue(db: Reading, now: number): Promise<boolean> {
  const due = db.look<ReachTables>().selectFrom('pushing').select('deviceId').where('dueAt', '<=', now)
  return (await due.limit(1).executeTakeFirst()) !== undefined
}

/** Takes what is due to one browser out of the way of other processes until it is settled. What is read or removed by now is not in it, and a browser whose session has ended is let go. */
export async function takeDuePush(tx: Writing, now: number): Promise<DuePush | undefined> {
  const due = tx.look<Tables>().selectFrom('pushing').innerJoin('device', 'device.id', 'pushing.deviceId')
  const sessions = due.innerJoin('authSession', 'authSession.id', 'device.sessionId')
  const browsers = sessions.selectAll('device').select('authSession.expiresAt').where('dueAt', '<=', now)
  const browser = await browsers.orderBy('dueAt').limit(1).executeTakeFirst()
  if (!browser) return
  const { expiresAt, ...device } = browser
  if (new Date(expiresAt).getTime() <= now) {
    await letGo(tx, device)
    return { device, ids: [], notices: [], more: 0 }
  }
  const ids = await lease(tx, device.id, now)
  const { language } = device
  return { device, ids, ...(await dueNotices(tx, 'push', ids, { language, atMost: 1 })) }
}

/** Keeps what came of a message. */
export async function settlePush(tx: Writing, { device, ids }: DuePush, pushed: Pushed, now: number): Promise<void> {
  if (pushed === 'later') return
  if (pushed === 'gone') return letGo(tx, device)
  await forget(tx, device.id, ids)
  const soon = tx.change<ReachTables>().updateTable('pushing').where('deviceId', '=', device.id)
  const next = now + PAUSE_MS
  if (pushed === 'sent') await soon.set({ dueAt: next }).where('dueAt', '<', next).execute()
}

async function letGo(tx: Writing, { id }: Device): Promise<void> {
  await tx.change<ReachTables>().deleteFrom('device').where('id', '=', id).execute()
}

async function lease(tx: Writing, deviceId: number, now: number): Promise<number[]> {
  const due = tx.look<ReachTables>().selectFrom('pushing').select('notificationId').where('deviceId', '=', deviceId)
  const some = due.where('dueAt', '<=', now).orderBy('notificationId').limit(IN_ONE_MESSAGE)
  const leased = await tx
    .change<ReachTables>()
    .updateTable('pushing')
    .set({
      tries: sql<number>`tries + 1`,
      dueAt: sql<number>`cast(${now} as bigint) + cast(${AGAIN_MS} as bigint) * (tries + 1)`,
    })
    .where('deviceId', '=', deviceId)
    .where('notificationId', 'in', some)
    .where('dueAt', '<=', now)
    .returning(['notificationId', 'tries'])
    .execute()
  const spent = leased.filter(({ tries }) => tries > MOST_TRIES)
  await forget(tx, deviceId, spent.map(idOf))
  return leased.filter(({ tries }) => tries <= MOST_TRIES).map(idOf)
}

function idOf({ notificationId }: { notificationId: number }) {
  return notificationId
}

async function forget(tx: Writing, deviceId: number, ids: readonly number[]) {
  if (ids.length === 0) return
  const rows = tx.change<ReachTables>().deleteFrom('pushing').where('deviceId', '=', deviceId)
  await rows.where('notificationId', 'in', ids).execute()
}
