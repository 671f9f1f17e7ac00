import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Reading, Writing } from '../../../../store/index.ts'
import type { PersonId } from '../../../people/index.ts'
import { forgetPlanned } from '../../delivery/deliveries.ts'
import type { ReachTables } from '../../tables.ts'
import { type Device, MOST_DEVICES } from './device.ts'

/** The browsers in which somebody is told, the newest first. */
export function devicesOf(db: Reading, personId: PersonId): Promise<Device[]> {
  const devices = db.look<ReachTables>().selectFrom('device').selectAll().where('personId', '=', personId)
  return devices.orderBy('id', 'desc').limit(MOST_DEVICES).execute()
}

/** @NOTE a moment as the library keeps it, a text on one of the databases. */
type Tables = ReachTables & { authSession: { id: string; expiresAt: string | Date } }

/** Those of them whose sessions have not ended. */
export async function openDevicesOf(db: Reading, personId: PersonId, now: number): Promise<Device[]> {
  const devices = db.look<Tables>().selectFrom('device').innerJoin('authSession', 'authSession.id', 'device.sessionId')
  const theirs = devices.selectAll('device').select('authSession.expiresAt').where('device.personId', '=', personId)
  const rows = await theirs.orderBy('device.id', 'desc').limit(MOST_DEVICES).execute()
  return rows.filter(({ expiresAt }) => new Date(expiresAt).getTime() > now)
}

/** Tells somebody in one more browser, and nobody else in it. What was kept of it or of its session before goes, and beyond the limit the oldest. */
export async function addDevice(tx: Writing, device: Omit<Device, 'id'>): Promise<void> {
  const { personId, sessionId, endpoint } = device
  await tx.inTurn('devices')
  await letGo(tx, (e) => e.or([e('endpoint', '=', endpoint), e('sessionId', '=', sessionId)]))
  await tx.change<ReachTables>().insertInto('device').values(device).execute()
  const newest = (await devicesOf(tx, personId)).map(({ id }) => id)
  await letGo(tx, (e) => e.and([e('personId', '=', personId), e('id', 'not in', newest)]))
}

/** Ends it for the browser of one session, or for all of somebody's; what waits to go there does not go. */
export function endDevice(tx: Writing, personId: PersonId, sessionId?: string): Promise<void> {
  return letGo(tx, (e) => e.and(sessionId === undefined ? { personId } : { personId, sessionId }))
}

/** Ends it for a browser that takes no messages any more. */
export function letDeviceGo(tx: Writing, id: number): Promise<void> {
  return letGo(tx, (e) => e('id', '=', id))
}

async function letGo(
  tx: Writing,
  which: (e: ExpressionBuilder<ReachTables, 'device'>) => Expression<SqlBool>,
): Promise<void> {
  const devices = tx.change<ReachTables>().deleteFrom('device').where(which)
  for (const { id, personId } of await devices.returning(['id', 'personId']).execute())
    await forgetPlanned(tx, 'push', personId, [String(id)])
}
