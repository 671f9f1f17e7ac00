import { sha256 } from '../../../kit/hash.ts'
import { stableJson } from '../../../kit/json.ts'
import type { Writing } from '../../../store/index.ts'
import type { Mail } from '../channels/mail/mail.ts'
import { letDeviceGo } from '../channels/push/devices.ts'
import type { Push } from '../channels/push/push.ts'
import { caseLetter } from './case-letter.ts'
import { type CasePush, casePushes } from './case-push.ts'
import type { Compose } from './compose.ts'
import { correctionLetter } from './correction-letter.ts'
import type { DueLetter, Matter } from './due-letter.ts'
import {
  forgetLetter,
  giveUpOnLetters,
  keepLetterHash,
  type LetterOutcome,
  leaseLetter,
  settleLetter,
} from './letters.ts'
import { noticeAnswered, noticeReceived } from './notice-letters.ts'
import { statementLetter } from './statement-letter.ts'

const COMPOSERS: Record<Exclude<Matter, 'case-pushed'>, Compose> = {
  'notice-received': noticeReceived,
  'notice-answered': noticeAnswered,
  statement: statementLetter,
  'case-overdue': caseLetter,
  correction: correctionLetter,
}

/** By what letters go out. */
export interface Post {
  origin: string
  deliver: Mail['deliver']
  push: Pick<Push, 'send'>
}

export interface TakenLetter extends DueLetter {
  send(): Promise<Sent>
}

/** What came of a letter, and which browsers take no messages any more. */
export interface Sent {
  outcome: LetterOutcome
  gone: readonly number[]
}

/** Takes the next letter that is due, out of the way of other processes until it is settled; 'nothing' where nothing is left to say. */
export async function takeLetter(tx: Writing, post: Post, now: number): Promise<TakenLetter | 'nothing' | undefined> {
  await giveUpOnLetters(tx, now)
  const due = await leaseLetter(tx, now)
  if (!due) return
  const composed = await composedOf(tx, due, post, now)
  if (!composed) {
    await forgetLetter(tx, due.id)
    return 'nothing'
  }
  const contentHash = sha256(stableJson(composed.content))
  await keepLetterHash(tx, due.id, contentHash)
  return { ...due, send: () => composed.send(contentHash) }
}

/** Keeps what came of it, and forgets the browsers that are gone. */
export async function settleTaken(
  tx: Writing,
  taken: TakenLetter,
  { outcome, gone }: Sent,
  now: number,
): Promise<void> {
  for (const id of gone) await letDeviceGo(tx, id)
  await settleLetter(tx, taken, outcome, now)
}

interface Composed {
  content: object
  send(contentHash: string): Promise<Sent>
}

async function composedOf(tx: Writing, due: DueLetter, post: Post, now: number): Promise<Composed | undefined> {
  if (due.matter === 'case-pushed') {
    const pushes = await casePushes(tx, due, now)
    return pushes.length === 0 ? undefined : { content: pushes, send: () => pushAll(pushes, post) }
  }
  const letter = await COMPOSERS[due.matter](tx, due, post.origin)
  return (
    letter && { content: letter, send: async (id) => ({ outcome: await post.deliver({ ...letter, id }), gone: [] }) }
  )
}

/** What some browser did not take is sent to all of them again, where it takes the place of itself. */
async function pushAll(pushes: readonly CasePush[], { push }: Pick<Post, 'push'>): Promise<Sent> {
  const outcomes = await Promise.all(pushes.map(({ device, message }) => push.send(device, message)))
  const gone = pushes.filter((_, index) => outcomes[index] === 'gone').map(({ device }) => device.id)
  if (outcomes.includes('later')) return { outcome: 'later', gone }
  return { outcome: outcomes.includes('sent') ? 'sent' : 'refused', gone }
}
