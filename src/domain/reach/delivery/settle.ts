import type { Writing } from '../../../store/index.ts'
import type { Channel, Outcome } from './channel.ts'
import * as deliveries from './deliveries.ts'
import type { Taken } from './due.ts'

/** Keeps what came of a message; answers whether there is more to keep. */
export async function settle(
  tx: Writing,
  channel: Channel,
  taken: Taken,
  outcome: Outcome,
  now: number,
): Promise<boolean> {
  if (outcome === 'sent') return settleSent(tx, channel, taken, now)
  if (outcome === 'gone') await letGo(tx, taken)
  else if (outcome === 'refused') await deliveries.end(tx, taken, 'failed', now)
  else if (outcome === 'unknown' && !channel.mayRepeat) await deliveries.end(tx, taken, 'unknown', now)
  else await deliveries.putOff(tx, taken, now)
  return false
}

/** What is due soon after one that is out waits, to go together in the next. */
async function settleSent(tx: Writing, { name, pauseMs }: Channel, taken: Taken, now: number): Promise<boolean> {
  await deliveries.end(tx, taken, 'sent', now)
  if (await deliveries.endBeyond(tx, name, taken, now)) return true
  await deliveries.holdUntil(tx, name, taken, now + pauseMs)
  return false
}

async function letGo(tx: Writing, { recipient, ids }: Taken) {
  await deliveries.forget(tx, ids)
  await recipient.letGo(tx)
}
