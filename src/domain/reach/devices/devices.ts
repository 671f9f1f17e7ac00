import type { Reading, Writing } from '../../../store/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { ReachTables } from '../tables.ts'
import { type Device, MOST_DEVICES } from './device.ts'

/** The browsers in which somebody is told, the newest first. */
export function devicesOf(db: Reading, personId: PersonId): Promise<Device[]> {
  const devices = db.look<ReachTables>().selectFrom('device').selectAll().where('personId', '=', personId)
  return devices.orderBy('id', 'desc').limit(MOST_DEVICES).execute()
}

/** Tells somebody in one more browser, and nobody else in it. What was kept of it or of its session before goes, and beyond the limit the oldest. */
export async function addDevice(tx: Writing, device: Omit<Device, 'id'>): Promise<void> {
  const { personId, sessionId, endpoint } = device
  const devices = tx.change<ReachTables>().deleteFrom('device')
  await devices.where((e) => e.or([e('endpoint', '=', endpoint), e('sessionId', '=', sessionId)])).execute()
  await tx.change<ReachTables>().insertInto('device').values(device).execute()
  const newest = (await devicesOf(tx, personId)).map(({ id }) => id)
  await ofPerson(tx, personId).where('id', 'not in', newest).execute()
}

/** Ends it for the browser of one session, or for all of somebody's; what waits to go there does not go. */
export function endDevice(tx: Writing, personId: PersonId, sessionId?: string) {
  const devices = ofPerson(tx, personId)
  return (sessionId === undefined ? devices : devices.where('sessionId', '=', sessionId)).execute()
}

function ofPerson(tx: Writing, personId: PersonId) {
  return tx.change<ReachTables>().deleteFrom('device').where('personId', '=', personId)
}
