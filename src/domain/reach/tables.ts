import type { Generated } from 'kysely'
import type { PersonId } from '../people/index.ts'
import type { MailWish } from './channels/mail/mail-wish.ts'
import type { Device } from './channels/push/device.ts'
import type { CorrectionNotice } from './corrections/correction-notice.ts'
import type { Delivery } from './delivery/delivery.ts'
import type { DueLetter } from './letters/due-letter.ts'
import type { Notice, NoticeKind } from './notices/notice.ts'

export interface ReachTables {
  notification: Omit<Notice, 'id'> & { id: Generated<number> }
  mailWish: MailWish
  delivery: Omit<Delivery, 'id'> & { id: Generated<number> }
  correctionNotice: Omit<CorrectionNotice, 'id'> & { id: Generated<number> }
  letter: Omit<DueLetter, 'id'> & { id: Generated<number> }
  device: Omit<Device, 'id'> & { id: Generated<number> }
  /** A kind of notice that somebody does not want. */
  noticeOff: { personId: PersonId; kind: NoticeKind; at: number }
  /** One that they want on the page of notices, and not by this channel. */
  noticeOffBy: { personId: PersonId; channel: string; kind: NoticeKind; at: number }
}
