import { sql } from 'kysely'
import { MINUTE_MS } from '../../../../kit/clock.ts'
import type { Reading } from '../../../../store/index.ts'
import type { Channel } from '../../delivery/channel.ts'
import { WAIT_MS } from '../../delivery/delivery.ts'
import { noticesBy } from '../../delivery/notices-by.ts'
import type { ReachTables } from '../../tables.ts'
import { letDeviceGo } from './devices.ts'
import { createPush } from './push.ts'
import { pushMessage } from './push-message.ts'

/** @NOTE a moment as the library keeps it, a text on one of the databases. */
type Tables = ReachTables & { authSession: { id: string; expiresAt: string | Date } }

/** Messages to the browsers that somebody asked to show their notices. A message takes the place of the same one before it, so that it may come twice; some push services are slow and some are none. */
export const push: Channel = {
  name: 'push',
  toldAtOnce: 1,
  concurrency: 8,
  pauseMs: MINUTE_MS,
  mayRepeat: true,
  planned: (db, { after }) =>
    noticesBy(db, 'push', after)
      .innerJoin('device', 'device.personId', 'notification.personId')
      .select(['notification.personId', 'notification.id as noticeId'])
      .select(sql<string>`cast(${sql.ref('device.id')} as text)`.as('place'))
      .select(sql<number>`${sql.ref('notification.at')} + ${WAIT_MS}`.as('dueAt')),
  open(outlook) {
    const service = createPush(outlook)
    return async (tx, { place }, now) => {
      const device = await deviceAt(tx, Number(place))
      if (!device) return
      if (new Date(device.expiresAt).getTime() <= now) return void (await letDeviceGo(tx, device.id))
      const { language } = device
      return {
        language,
        messageOf(told, publication) {
          const content = pushMessage({ ...device, publication, ...told })
          return { content, send: () => service.send(device, content) }
        },
        letGo: (tx) => letDeviceGo(tx, device.id),
      }
    }
  },
}

/** A browser, and when its session ends. */
function deviceAt(db: Reading, id: number) {
  const devices = db.look<Tables>().selectFrom('device').innerJoin('authSession', 'authSession.id', 'device.sessionId')
  return devices.selectAll('device').select('authSession.expiresAt').where('device.id', '=', id).executeTakeFirst()
}
