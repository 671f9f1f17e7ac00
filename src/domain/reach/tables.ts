import type { Generated } from 'kysely'
import type { PersonId } from '../people/index.ts'
import type { Device } from './devices/device.ts'
import type { MailWish } from './mailings/mail-wish.ts'
import type { Channel, Notice, NoticeKind } from './notices/notice.ts'

export interface ReachTables {
  notification: Omit<Notice, 'id'> & { id: Generated<number> }
  mailWish: MailWish
  /** A notice that waits to be mailed. */
  mailing: { notificationId: number; personId: PersonId; dueAt: number; tries: number }
  device: Omit<Device, 'id'> & { id: Generated<number> }
  /** A notice that waits to be pushed to a browser. */
  pushing: { notificationId: number; deviceId: number; dueAt: number; tries: number }
  /** A kind of notice that somebody does not want. */
  noticeOff: { personId: PersonId; kind: NoticeKind; at: number }
  /** One that they want on the page of notices, and not by this channel. */
  noticeOffBy: { personId: PersonId; channel: Channel; kind: NoticeKind; at: number }
}
