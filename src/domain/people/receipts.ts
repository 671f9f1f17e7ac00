import type { Kysely } from 'kysely'
import { DAY_MS, MINUTE_MS } from '../../kit/clock.ts'
import { Trouble } from '../../kit/trouble.ts'
import { latestSeq, preparedChange, type Reading, type Store, type Writing } from '../../store/index.ts'
import type { PersonId } from './person.ts'

/** What one who sends a change was answered. */
export interface Answer {
  status: number
  location: string
}

/** A change as it was sent: by whom, under which key, with which content. */
export interface Sending {
  personId: PersonId | 0
  key: string
  requestHash: string
}

interface ReceiptTables {
  receipt: Sending & Answer & { at: number }
}

const KEPT_MS = 7 * DAY_MS
const KEPT_WITHOUT_KEY_MS = 10 * MINUTE_MS
const SWEPT_AT_ONCE = 50

/** Marks the key of a form that brought none: the same words to the same place within ten minutes are one change. */
export const WITHOUT_KEY = 'content:'

/**
 * Does the work once: a repeated sending gets the first answer; another content under the same key is refused.
 * Works that say so may be under way beside others (see `store.write`), though never beside a repetition of themselves.
 */
export async function once(
  store: Store,
  now: number,
  sending: Sending,
  work: (tx: Writing) => Promise<Answer>,
  besideOthers = false,
) {
  const written = store.write(
    async (tx) => {
      const [claimed, worked] = await Promise.allSettled([claim(tx, sending, now), work(tx)])
      if (claimed.status === 'rejected') throw claimed.reason
      if (!claimed.value) throw ALREADY
      if (worked.status === 'rejected') throw worked.reason
      tx.also(answered(tx, { ...sending, ...worked.value }))
      tx.also(sweep(tx, now))
      return worked.value
    },
    besideOthers ? `${sending.personId} ${sending.key}` : undefined,
  )
  return written.then(
    ({ value, seq }) => ({ ...value, seq }),
    (error) => {
      if (error !== ALREADY) throw error
      return before(store, sending)
    },
  )
}

/** Undoes what was begun beside the claim. */
const ALREADY = new Error('this was sent and answered before')

/** @NOTE the row comes before the work, so that a second sending waits at the unique key until the first is done. */
async function claim(tx: Writing, sending: Sending, now: number): Promise<boolean> {
  const life = sending.key.startsWith(WITHOUT_KEY) ? KEPT_WITHOUT_KEY_MS : KEPT_MS
  return (await claimed(tx, { ...sending, at: now, old: now - life })).length > 0
}

const claimed = preparedChange((db: Kysely<ReceiptTables>, sending: Sending & { at: number; old: number }) => {
  const { personId, key, requestHash, at, old } = sending
  const fresh = { requestHash, status: 0, location: '', at }
  return db
    .insertInto('receipt')
    .values({ personId, key, ...fresh })
    .onConflict((c) => c.columns(['personId', 'key']).doUpdateSet(fresh).where('receipt.at', '<', old))
    .returning('key')
})

async function before(db: Reading, { personId, key, requestHash }: Sending) {
  const receipts = db.look<ReceiptTables>().selectFrom('receipt').selectAll()
  const receipt = await receipts.where('personId', '=', personId).where('key', '=', key).executeTakeFirstOrThrow()
  if (receipt.requestHash !== requestHash) throw new Trouble('conflict', 'form.other-body')
  return { status: receipt.status, location: receipt.location, seq: await latestSeq(db) }
}

const answered = preparedChange((db: Kysely<ReceiptTables>, { personId, key, status, location }: Sending & Answer) =>
  db.updateTable('receipt').set({ status, location }).where('personId', '=', personId).where('key', '=', key),
)

const SWEPT_EVERY = 20
let sinceSwept = 0

/** Forgets a few of those that are past their time, now and then. */
async function sweep(tx: Writing, now: number) {
  if (++sinceSwept < SWEPT_EVERY) return
  sinceSwept = 0
  const old = tx.look<ReceiptTables>().selectFrom('receipt').select(['personId', 'key'])
  const rows = await old
    .where('at', '<', now - KEPT_MS)
    .orderBy('at')
    .limit(SWEPT_AT_ONCE)
    .execute()
  for (const { personId, key } of rows) {
    const receipts = tx.change<ReceiptTables>().deleteFrom('receipt').where('personId', '=', personId)
    await receipts.where('key', '=', key).execute()
  }
}
