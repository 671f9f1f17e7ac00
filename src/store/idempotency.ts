import { type Kysely, sql } from 'kysely'
import { DAY_MS, MINUTE_MS } from '../kit/clock.ts'
import { Trouble } from '../kit/trouble.ts'
import type { Joint, Reading, Writing } from './access.ts'
import { latestSeq } from './journal.ts'
import { preparedChange } from './prepared.ts'
import type { Store } from './store.ts'

/** Where one who sent a change was led. */
export interface StoredAnswer {
  location: string
}

/** A change as it was sent: by whom (0 for strangers), under which key, with which content. */
export interface IdempotentRequest {
  personId: number
  key: string
  requestHash: string
}

/** What a change says of itself. */
export interface Circumstances {
  /** What it changes that others change, too, and what it counts (see `store.write`). */
  held?: readonly string[]
  /** What is looked at before it begins. */
  beforehand?(): Promise<unknown>
}

interface Tables {
  receipt: IdempotentRequest & StoredAnswer & { at: number }
}

const KEPT_MS = 7 * DAY_MS
const KEPT_WITHOUT_KEY_MS = 10 * MINUTE_MS
const SWEPT_AT_ONCE = 50

/** Marks the key of a form that brought none: the same words to the same place within ten minutes are one change. */
export const WITHOUT_KEY = 'content:'

/**
 * Does the work once: a repeated request gets the first answer; another content under the same key is refused.
 * Works that say what they hold may be under way with others (see `store.write`), though never with a repetition of themselves.
 * What is refused beforehand was perhaps done once, and has its answer then.
 */
export async function once(
  store: Store,
  now: number,
  request: IdempotentRequest,
  work: (tx: Writing) => Promise<StoredAnswer>,
  { held, beforehand }: Circumstances = {},
) {
  const row = { ...request, at: now, old: now - lifeOf(request) }
  const sharing = held === undefined ? undefined : { concurrencyKey: `${request.personId} ${request.key}`, held }
  const write = () =>
    store.write(async (tx) => {
      const answer = await work(tx)
      tx.also(tx.jointly(keepAll, { ...row, ...answer }))
      return answer
    }, sharing)
  const written = beforehand ? beforehand().then(write) : write()
  return written.then(
    ({ value, seq }) => ({ ...value, seq }),
    async (error) => {
      const before = await answerBefore(store, row)
      if (!before) throw error
      return before
    },
  )
}

/** Forgets what was done, because what was promised with it did not come about: sent again, it is done anew. */
export async function takeBack(
  store: Store,
  { personId, key }: Pick<IdempotentRequest, 'personId' | 'key'>,
): Promise<void> {
  await store.write((tx) =>
    tx.change<Tables>().deleteFrom('receipt').where('personId', '=', personId).where('key', '=', key).execute(),
  )
}

type Row = Tables['receipt'] & { old: number }

function lifeOf({ key }: IdempotentRequest): number {
  return key.startsWith(WITHOUT_KEY) ? KEPT_WITHOUT_KEY_MS : KEPT_MS
}

/**
 * Undoes the work where it was done before. @NOTE a second request waits at the unique key until the first is done, and is then
 * refused by the database itself, for a receipt without a time cannot be.
 */
const keep = preparedChange((db: Kysely<Tables>, { personId, key, old, at, ...fresh }: Row) =>
  db
    .insertInto('receipt')
    .values({ personId, key, at, ...fresh })
    .onConflict((c) =>
      c.columns(['personId', 'key']).doUpdateSet({
        ...fresh,
        at: sql<number>`case when ${sql.ref('receipt.at')} < ${old} then ${sql.ref('excluded.at')} end`,
      }),
    ),
)

/** @NOTE where one of several was done before, the database refuses all, and each is then kept by itself. */
const keepAll: Joint<Row> = async (tx, rows) => {
  if (rows.length === 1) await keep(tx, rows[0]!)
  else
    await tx.fill<Tables, 'receipt'>(
      'receipt',
      rows.map(({ old: _, ...row }) => row),
    )
  return []
}

/** @NOTE also where the work refused to be done once more, as what was removed cannot be removed again. */
async function answerBefore(db: Reading, { personId, key, requestHash, old }: Omit<Row, keyof StoredAnswer>) {
  const rows = db.look<Tables>().selectFrom('receipt').selectAll().where('at', '>=', old)
  const before = await rows.where('personId', '=', personId).where('key', '=', key).executeTakeFirst()
  if (!before) return
  if (before.requestHash !== requestHash) throw new Trouble('conflict', 'form.other-body')
  return { location: before.location, seq: await latestSeq(db) }
}

/** Forgets so many at once of those that are past their time; answers whether there is more. */
export async function sweepReceipts(tx: Writing, now: number): Promise<boolean> {
  const old = tx.look<Tables>().selectFrom('receipt').select(['personId', 'key'])
  const rows = await old
    .where('at', '<', now - KEPT_MS)
    .orderBy('at')
    .limit(SWEPT_AT_ONCE)
    .execute()
  for (const { personId, key } of rows) {
    const row = tx.change<Tables>().deleteFrom('receipt').where('personId', '=', personId)
    await row.where('key', '=', key).execute()
  }
  return rows.length === SWEPT_AT_ONCE
}
