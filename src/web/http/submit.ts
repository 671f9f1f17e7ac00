import type { Person } from '../../domain/people/index.ts'
import { secret, sha256 } from '../../kit/hash.ts'
import { Trouble } from '../../kit/trouble.ts'
import {
  type Circumstances,
  type IdempotentRequest,
  once,
  type StoredAnswer,
  WITHOUT_KEY,
  type Writing,
} from '../../store/index.ts'
import { json, seeOther } from './answers.ts'
import type { Ask } from './ask.ts'
import { rememberWrite } from './last-write.ts'
import { wantsJson } from './troubles.ts'
import { hasGrownOld, type Wrong } from './wrong.ts'

const LONGEST_KEY = 200

/** A fresh key for a form, so that sending it twice does it once. */
export const freshKey = secret

/** The key of a form that comes back; one that has grown old gets another. */
export function keyAgain(ask: Ask, wrong: Wrong | undefined): string {
  return (wrong && hasGrownOld(wrong.trouble) ? undefined : ask.form.one('key')) ?? freshKey()
}

/** Does what a form asks once (see `once`), waits until this process has seen it, and leads to where it stands. */
export async function submitOnce(
  ask: Ask,
  by: Person,
  content: readonly string[],
  work: (tx: Writing) => Promise<StoredAnswer>,
  circumstances?: Circumstances,
) {
  const { store, at } = ask
  const answer = await once(store, at, requestOf(ask, by.id, content), work, circumstances)
  return seen(ask, answer, answer.seq)
}

/** The same for a change that says how things shall be: without a key it is done each time, for doing it again changes nothing. */
export async function submitAnew(
  ask: Ask,
  by: Person,
  content: readonly string[],
  work: (tx: Writing) => Promise<StoredAnswer>,
) {
  if (keyOf(ask)) return submitOnce(ask, by, content, work)
  const { value, seq } = await ask.store.write(work)
  return seen(ask, value, seq)
}

async function seen(ask: Ask, answer: StoredAnswer, seq: number) {
  await ask.tail.until(seq)
  rememberWrite(ask, seq)
  return wantsJson(ask) ? created(answer) : seeOther(answer.location)
}

/** What makes two requests with one form one change; strangers are nobody, 0. */
export function requestOf(
  ask: Ask,
  personId: IdempotentRequest['personId'],
  content: readonly string[],
): IdempotentRequest {
  const requestHash = sha256(JSON.stringify([ask.c.req.method, ask.c.req.path, ...content]))
  const given = keyOf(ask)
  if (given && given.length > LONGEST_KEY) throw new Trouble('invalid', 'form.key-too-long', { limit: LONGEST_KEY })
  if (given?.includes('\0')) throw new Trouble('invalid', 'words.nul')
  return { personId, requestHash, key: given ? `key:${given}` : WITHOUT_KEY + requestHash }
}

function keyOf({ header, form }: Ask) {
  return header('idempotency-key') ?? form.one('key')
}

function created({ location }: StoredAnswer) {
  return json({ location }, 201, { location })
}
