import type { Expression } from 'kysely'
import type { Clock } from '../../../kit/clock.ts'
import type { Complaints } from '../../../kit/complaints.ts'
import type { Language } from '../../../kit/language.ts'
import type { Reach } from '../../../kit/outbound.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import type { DueNotices } from '../notices/due-notice.ts'
import type { Delivery } from './delivery.ts'

/**
 * What came of a message: it is on its way; nobody can tell; it may be tried again; this place will never take it; or there is no
 * such place any more.
 */
export type Outcome = 'sent' | 'unknown' | 'later' | 'refused' | 'gone'

export interface Message {
  /** All that it says, of which the hash is kept. */
  content: object
  send(contentHash: string): Promise<Outcome>
}

/** Somebody in a place that takes messages now. */
export interface Recipient {
  language: Language
  messageOf(told: DueNotices, publication: string): Message
  /** Forgets the place. */
  letGo(tx: Writing): Promise<unknown>
}

export type Addressed = Pick<Delivery, 'personId' | 'place'>

/** Looks up where a delivery goes; undefined where that is nowhere any more. */
export type Address = (tx: Writing, to: Addressed, now: number) => Promise<Recipient | undefined>

/** What channels need of the operator's settings. */
export interface Outlook {
  secret: string
  formerSecret?: string | undefined
  /** Such as "https://review.example". */
  origin: string
  /** Such as smtps://person:password@host; without one, letters stay in the folder and on the terminal. */
  smtp?: string | undefined
  /** Made of the public address where the operator says nothing. */
  mailFrom?: string | undefined
  mailFolder: string
  clock: Clock
  /** How far questions to foreign addresses may lead. */
  reach?: Reach | undefined
  /** Says a line to the operator. */
  tell(line: string): void
  complaints?: Pick<Complaints, 'about'> | undefined
}

/** The new notices that shall be planned: those after one, and when the digest goes that holds them. */
export interface Told {
  after: number
  digestAt: number
}

/** What is planned of a notice. */
export type Planned = Pick<Delivery, 'personId' | 'place' | 'noticeId' | 'dueAt'>

/** A kind of place that people are told in beside the page. */
export interface Channel {
  /** Stands in rows and in the names of form fields. */
  name: string
  /** So many notices one message tells of; the others it counts. */
  toldAtOnce: number
  /** So many messages are under way at a time. */
  concurrency: number
  /** What comes so soon after a message goes together in the next. */
  pauseMs: number
  /** Whether a message that comes twice does no harm, so that one of which nobody knows is sent again. */
  mayRepeat: boolean
  /** What is to be planned of new notices, as a query. */
  planned(db: Reading, told: Told): Expression<Planned>
  open(outlook: Outlook): Address
}

/** A channel that is ready to send. */
export interface OpenChannel extends Channel {
  addressOf: Address
}
