import { sql } from 'kysely'
import { MINUTE_MS } from '../../../kit/clock.ts'
import type { Language } from '../../../kit/language.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import type { PersonId, PersonTables } from '../../people/index.ts'
import { type DueNotices, dueNotices } from '../notices/due-notices.ts'
import type { ReachTables } from '../tables.ts'
import { WAIT_MS } from './queue.ts'

type Tables = ReachTables & PersonTables & { authUser: { id: string; email: string } }

const IN_ONE_LETTER = 50
/** So many are looked at for one letter, and as many are settled in one go. */
const AT_ONCE = 1_000
/** A letter that did not go out is tried again after so long, each time after longer. */
const AGAIN_MS = 5 * MINUTE_MS
const MOST_TRIES = 8

/** Notices that belong in one letter, the first of them told and the others counted, and whom it goes to. */
export interface Due extends DueNotices {
  personId: PersonId
  to: string
  language: Language
  /** What is settled once the letter is out. */
  ids: number[]
  /** The last of those that are due beside them and settled with them. */
  beyond: number
  at: number
}

/** Whether any mail is due. */
export async function isMailDue(db: Reading, now: number): Promise<boolean> {
  const due = db.look<Tables>().selectFrom('mailing').select('personId').where('dueAt', '<=', now)
  return (await due.limit(1).executeTakeFirst()) !== undefined
}

/** Takes what is due to one person out of the way of other processes until it is settled. What is read or removed by now has no letter. */
export async function takeDue(tx: Writing, now: number): Promise<Due | undefined> {
  const due = tx.look<Tables>().selectFrom('mailing').select('personId').where('dueAt', '<=', now)
  const first = await due.orderBy('dueAt').limit(1).executeTakeFirst()
  return first && dueTo(tx, first.personId, now)
}

async function dueTo(tx: Writing, personId: PersonId, now: number): Promise<Due> {
  const ids = await lease(tx, personId, now)
  const wish = await addressOf(tx, personId)
  const { email: to, language } = wish ?? { email: '', language: 'en' as Language }
  const told = await dueNotices(tx, 'mail', wish ? ids : [], { language, atMost: IN_ONE_LETTER })
  const { count, last } = ids.length < AT_ONCE ? { count: 0, last: null } : await dueBeyond(tx, personId, now)
  return { personId, to, language, ids, ...told, more: told.more + count, beyond: last ?? 0, at: now }
}

/** A letter is out, or has nothing to say; answers whether there is more to settle. What is due soon after one that is out waits, to go together in the next. */
export async function settleMail(tx: Writing, due: Due, now: number): Promise<boolean> {
  const { personId, ids, notices } = due
  await forget(tx, ids)
  if (notices.length === 0) return false
  if (await forgetBeyond(tx, due)) return true
  const next = now + WAIT_MS
  const soon = tx.change<Tables>().updateTable('mailing').set({ dueAt: next }).where('personId', '=', personId)
  await soon.where('dueAt', '<', next).execute()
  return false
}

/** How many notices are due to somebody beside those that are leased, and the last of them. */
function dueBeyond(tx: Writing, personId: PersonId, now: number) {
  const due = tx.look<Tables>().selectFrom('mailing').where('personId', '=', personId).where('dueAt', '<=', now)
  return due
    .select((e) => [e.fn.countAll<number>().as('count'), e.fn.max('notificationId').as('last')])
    .executeTakeFirstOrThrow()
}

async function forgetBeyond(tx: Writing, { personId, beyond, at }: Due): Promise<boolean> {
  if (beyond === 0) return false
  const due = tx.look<Tables>().selectFrom('mailing').select('notificationId').where('personId', '=', personId)
  const some = due.where('dueAt', '<=', at).where('notificationId', '<=', beyond).limit(AT_ONCE)
  const gone = tx.change<Tables>().deleteFrom('mailing').where('notificationId', 'in', some)
  return Number((await gone.executeTakeFirst()).numDeletedRows) === AT_ONCE
}

async function lease(tx: Writing, personId: PersonId, now: number): Promise<number[]> {
  const due = tx.look<Tables>().selectFrom('mailing').select('notificationId').where('personId', '=', personId)
  const some = due.where('dueAt', '<=', now).orderBy('notificationId').limit(AT_ONCE)
  const leased = await tx
    .change<Tables>()
    .updateTable('mailing')
    .set({
      tries: sql<number>`tries + 1`,
      dueAt: sql<number>`cast(${now} as bigint) + cast(${AGAIN_MS} as bigint) * (tries + 1)`,
    })
    .where('notificationId', 'in', some)
    .where('dueAt', '<=', now)
    .returning(['notificationId', 'tries'])
    .execute()
  const spent = leased.filter(({ tries }) => tries > MOST_TRIES)
  await forget(tx, spent.map(idOf))
  return leased.filter(({ tries }) => tries <= MOST_TRIES).map(idOf)
}

function idOf({ notificationId }: { notificationId: number }) {
  return notificationId
}

async function forget(tx: Writing, ids: readonly number[]) {
  if (ids.length > 0) await tx.change<Tables>().deleteFrom('mailing').where('notificationId', 'in', ids).execute()
}

function addressOf(db: Reading, personId: PersonId) {
  const wishes = db.look<Tables>().selectFrom('mailWish').innerJoin('person', 'person.id', 'mailWish.personId')
  return wishes
    .innerJoin('authUser', 'authUser.id', 'person.accountId')
    .select(['authUser.email', 'mailWish.language'])
    .where('mailWish.personId', '=', personId)
    .executeTakeFirst()
}
