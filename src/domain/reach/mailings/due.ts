import { sql } from 'kysely'
import { MINUTE_MS } from '../../../kit/clock.ts'
import type { Language } from '../../../kit/language.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import type { PersonId, PersonTables } from '../../people/index.ts'
import { type DueNotice, dueNotices } from '../notices/due-notices.ts'
import type { ReachTables } from '../tables.ts'
import { WAIT_MS } from './queue.ts'

type Tables = ReachTables & PersonTables & { authUser: { id: string; email: string } }

const IN_ONE_LETTER = 50
/** A letter that did not go out is tried again after so long, each time after longer. */
const AGAIN_MS = 5 * MINUTE_MS
const MOST_TRIES = 8

/** Notices that belong in one letter, and whom it goes to. */
export interface Due {
  personId: PersonId
  to: string
  language: Language
  /** What is settled once the letter is out. */
  ids: number[]
  notices: DueNotice[]
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
  if (!first) return
  const { personId } = first
  const ids = await lease(tx, personId, now)
  const wish = await addressOf(tx, personId)
  const notices = wish ? await dueNotices(tx, 'mail', ids, wish.language) : []
  return { personId, to: wish?.email ?? '', language: wish?.language ?? ('en' as Language), ids, notices }
}

/** A letter is out, or has nothing to say. What is due soon after one that is out waits, to go together in the next. */
export async function settleMail(tx: Writing, { personId, ids, notices }: Due, now: number): Promise<void> {
  await forget(tx, ids)
  if (notices.length === 0) return
  const next = now + WAIT_MS
  const soon = tx.change<Tables>().updateTable('mailing').set({ dueAt: next }).where('personId', '=', personId)
  await soon.where('dueAt', '<', next).execute()
}

async function lease(tx: Writing, personId: PersonId, now: number): Promise<number[]> {
  const due = tx.look<Tables>().selectFrom('mailing').select('notificationId').where('personId', '=', personId)
  const some = due.where('dueAt', '<=', now).orderBy('notificationId').limit(IN_ONE_LETTER)
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
