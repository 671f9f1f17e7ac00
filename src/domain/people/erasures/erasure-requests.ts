import { DAY_MS, MINUTE_MS } from '../../../kit/clock.ts'
import type { Language } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import type { PersonTables } from '../people.ts'
import type { PersonId } from '../person.ts'
import { countAdministrators } from '../roles/grants.ts'
import { holds, type Member } from '../roles/role.ts'
import type { Erasure, Leaving } from './erasure.ts'

/** So long whoever asked to be erased can take it back. */
export const UNDO_MS = 3 * DAY_MS

/** That somebody asked to be erased. Until it begins nothing is otherwise than before. */
export interface ErasureRequest {
  personId: PersonId
  leaves: Leaving
  askedAt: number
  dueAt: number
  /** Of the letter that tells of it. */
  language: Language
  /** When that letter went out. */
  toldAt: number | null
  /** When somebody last was at it; from the first time on it cannot be taken back. */
  begunAt: number | null
}

type Tables = PersonTables & { erasureRequest: ErasureRequest; authUser: { id: string; email: string } }

export function erasureRequestOf(db: Reading, personId: PersonId): Promise<ErasureRequest | undefined> {
  const requests = db.look<Tables>().selectFrom('erasureRequest').selectAll()
  return requests.where('personId', '=', personId).executeTakeFirst()
}

/** Asks for it; who asks twice chooses anew, and the three days begin again. Throws for the last administrator. */
export async function askForErasure(
  tx: Writing,
  by: Pick<Member, 'id' | 'roles'>,
  { leaves, language, at }: { leaves: Leaving; language: Language; at: number },
): Promise<void> {
  if (holds(by, 'admin') && (await countAdministrators(tx)) < 2) throw new Trouble('conflict', 'erasure.last-admin')
  const personId = by.id
  const request = { leaves, askedAt: at, dueAt: at + UNDO_MS, language, toldAt: null, begunAt: null }
  const insert = tx
    .change<Tables>()
    .insertInto('erasureRequest')
    .values({ personId, ...request })
  await insert.onConflict((c) => c.column('personId').doUpdateSet(request)).execute()
}

/** Takes it back; throws once it has begun. */
export async function takeBackErasure(tx: Writing, personId: PersonId): Promise<void> {
  const requests = tx.change<Tables>().deleteFrom('erasureRequest').where('personId', '=', personId)
  await requests.where('begunAt', 'is', null).execute()
  if (await erasureRequestOf(tx, personId)) throw new Trouble('gone', 'erasure.begun')
}

/** Of whom nobody has been told yet, with the address that is told. */
export function untoldErasure(db: Reading) {
  return db
    .look<Tables>()
    .selectFrom('erasureRequest')
    .innerJoin('person', 'person.id', 'erasureRequest.personId')
    .innerJoin('authUser', 'authUser.id', 'person.accountId')
    .selectAll('erasureRequest')
    .select(['authUser.email', 'person.name'])
    .where('toldAt', 'is', null)
    .orderBy('askedAt')
    .limit(1)
    .executeTakeFirst()
}

export function toldOfErasure(tx: Writing, { personId, askedAt }: ErasureRequest, at: number) {
  const requests = tx.change<Tables>().updateTable('erasureRequest').set({ toldAt: at })
  return requests.where('personId', '=', personId).where('askedAt', '=', askedAt).execute()
}

/** Whoever has not said for so long that they are at it is taken for gone. */
const LEASE_MS = 3 * MINUTE_MS

/** Begins what has been due for longest, or goes on with what was begun and left. */
export async function beginDueErasure(tx: Writing, now: number): Promise<Erasure | undefined> {
  const due = await dueErasure(tx, now)
  if (!due) return
  const { personId, joinedAt, leaves } = due
  await prolongErasure(tx, personId, now)
  return { personId, joinedAt, leaves, at: now }
}

/** Says that somebody is at it. */
export function prolongErasure(tx: Writing, personId: PersonId, now: number) {
  const requests = tx.change<Tables>().updateTable('erasureRequest').set({ begunAt: now })
  return requests.where('personId', '=', personId).execute()
}

/** The next that is due and that nobody is at. */
export function dueErasure(db: Reading, now: number) {
  return db
    .look<Tables>()
    .selectFrom('erasureRequest')
    .innerJoin('person', 'person.id', 'erasureRequest.personId')
    .selectAll('erasureRequest')
    .select('person.createdAt as joinedAt')
    .where('dueAt', '<=', now)
    .where((e) => e.or([e('begunAt', 'is', null), e('begunAt', '<=', now - LEASE_MS)]))
    .orderBy('dueAt')
    .limit(1)
    .executeTakeFirst()
}
