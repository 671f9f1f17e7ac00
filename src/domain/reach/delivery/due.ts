import { sha256 } from '../../../kit/hash.ts'
import { stableJson } from '../../../kit/json.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { nameIn } from '../name-in.ts'
import { dueNotices } from '../notices/due-notices.ts'
import type { Addressed, Message, OpenChannel, Recipient } from './channel.ts'
import * as deliveries from './deliveries.ts'
import { AT_ONCE, LEASE_MS } from './delivery.ts'

/** Deliveries that go out in one message, out of the way of other processes until they are settled. */
export interface Taken extends Addressed {
  recipient: Recipient
  message: Message
  contentHash: string
  ids: readonly number[]
  /** The last notice of those that are due beside them, counted in the message and settled with it. */
  beyond: number
  takenAt: number
  leaseUntil: number
}

/** Whether a channel has anything to do. */
export async function isAnythingDue(db: Reading, { name }: OpenChannel, now: number): Promise<boolean> {
  return (await deliveries.isDue(db, name, now)) || (await deliveries.isOverdue(db, name, now))
}

/**
 * Takes what is due to one person in one place. What is read or removed by now is not in it; 'nothing' where nothing is left to
 * say there, undefined where nothing is due.
 */
export async function takeDue(tx: Writing, channel: OpenChannel, now: number): Promise<Taken | 'nothing' | undefined> {
  await deliveries.giveUpOn(tx, channel, now)
  const to = await deliveries.nextDue(tx, channel.name, now)
  if (!to) return
  const leaseUntil = now + LEASE_MS
  const leased = await deliveries.lease(tx, channel.name, to, { now, leaseUntil })
  const ids = leased.map(({ id }) => id)
  const recipient = await channel.addressOf(tx, to, now)
  const { language = undefined } = recipient ?? {}
  const notices = leased.map(({ noticeId }) => noticeId)
  const told = language && (await dueNotices(tx, channel.name, notices, { language, atMost: channel.toldAtOnce }))
  if (!recipient || !told || told.notices.length === 0) {
    await deliveries.forget(tx, ids)
    return 'nothing'
  }
  const { count, last } = ids.length < AT_ONCE ? NONE : await deliveries.dueBeyond(tx, channel.name, to, now)
  const message = recipient.messageOf({ ...told, more: told.more + count }, await nameIn(tx, recipient.language))
  const contentHash = sha256(stableJson(message.content))
  await deliveries.keepHash(tx, ids, contentHash)
  return { ...to, recipient, message, contentHash, ids, beyond: last ?? 0, takenAt: now, leaseUntil }
}

const NONE = { count: 0, last: null }
