import type { Kysely } from 'kysely'
import { DAY_MS, MINUTE_MS } from '../../kit/clock.ts'
import { Trouble } from '../../kit/trouble.ts'
import { latestSeq, preparedChange, type Reading, type Store, type Writing } from '../../store/index.ts'
import type { PersonId } from './person.ts'

/** What one who sends a change was answered. */
export interface StoredAnswer {
  status: number
  location: string
}

/** A change as it was sent: by whom, under which key, with which content. */
export interface IdempotentRequest {
  personId: PersonId | 0
  key: string
  requestHash: string
}

interface ReceiptTables {
  receipt: IdempotentRequest & StoredAnswer & { at: number }
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
  sending: IdempotentRequest,
  work: (tx: Writing) => Promise<StoredAnswer>,
  besideOthers = false,
) {
  const receipt = { ...sending, at: now, old: now - lifeOf(sending) }
  const written = store.write(
    async (tx) => {
      const answer = await work(tx)
      tx.also(keep(tx, { ...receipt, ...answer }))
      tx.also(sweep(tx, now))
      return answer
    },
    besideOthers ? `${sending.personId} ${sending.key}` : undefined,
  )
  return written.then(
    ({ value, seq }) => ({ ...value, seq }),
    async (error) => {
      const before = await answerBefore(store, receipt)
      if (!before) throw error
      return before
    },
  )
}

type Receipt = ReceiptTables['receipt'] & { old: number }

function lifeOf({ key }: IdempotentRequest): number {
  return key.startsWith(WITHOUT_KEY) ? KEPT_WITHOUT_KEY_MS : KEPT_MS
}

/** Undoes the work where it was done before. @NOTE a second sending waits at the unique key until the first is done. */
async function keep(tx: Writing, receipt: Receipt) {
  if ((await kept(tx, receipt)).length === 0) throw new Error('This was sent and answered before.')
}

const kept = preparedChange((db: Kysely<ReceiptTables>, { personId, key, old, ...fresh }: Receipt) =>
  db
    .insertInto('receipt')
    .values({ personId, key, ...fresh })
    .onConflict((c) => c.columns(['personId', 'key']).doUpdateSet(fresh).where('receipt.at', '<', old))
    .returning('key'),
)

/** @NOTE also where the work refused to be done once more, as what was removed cannot be removed again. */
async function answerBefore(db: Reading, { personId, key, requestHash, old }: Omit<Receipt, keyof StoredAnswer>) {
  const receipts = db.look<ReceiptTables>().selectFrom('receipt').selectAll().where('at', '>=', old)
  const before = await receipts.where('personId', '=', personId).where('key', '=', key).executeTakeFirst()
  if (!before) return
  if (before.requestHash !== requestHash) throw new Trouble('conflict', 'form.other-body')
  return { status: before.status, location: before.location, seq: await latestSeq(db) }
}

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
