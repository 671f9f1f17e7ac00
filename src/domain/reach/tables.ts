import type { Generated } from 'kysely'
import type { PersonId } from '../people/index.ts'
import type { Notice, NoticeKind } from './notices/notice.ts'

export interface ReachTables {
  /** How far a reader of the journal has come. */
  journalReader: { name: string; seq: number }
  notification: Omit<Notice, 'id'> & { id: Generated<number> }
  /** A kind of notice that somebody does not want. */
  noticeOff: { personId: PersonId; kind: NoticeKind; at: number }
}
