import type { Written } from '../access.ts'
import type { AnyKysely } from '../any-kysely.ts'
import type { StatementWatch } from '../database.ts'
import type { Append, Noted } from '../noted.ts'
import { holding } from './held-connection.ts'
import { kyselyOn } from './postgres-kysely.ts'
import type { Lent } from './postgres-pool.ts'

const SNAPSHOT = 'start transaction isolation level repeatable read read only'

export type Work<T> = (tx: AnyKysely) => Promise<Noted<T>>

/** Works whose transaction has been told to end. */
export interface Ended<T> {
  /** What each gave, once it is durable; rejected where the end did not come about. */
  written: Promise<Written<T>[]>
  /** What those threw that failed, by their place; where there are any, nothing of all was done. */
  failed: ReadonlyMap<number, unknown>
}

/**
 * Lets works be under way at once in one transaction, of which nothing is waited for but what they ask: its beginning travels
 * with their first questions, and the journal's numbers with its end.
 */
export async function together<T>(
  lent: Lent,
  works: readonly Work<T>[],
  append: Append,
  { hold, watch }: { hold?: readonly string[]; watch?: StatementWatch | undefined } = {},
): Promise<Ended<T>> {
  const tx = kyselyOn(lent, watch)
  const begun = begin(lent, hold)
  const outcomes = await Promise.allSettled(works.map((work) => holding(() => finished(work, tx))))
  const failed = new Map<number, unknown>()
  for (const [at, one] of outcomes.entries()) if (one.status === 'rejected') failed.set(at, one.reason)
  if (failed.size > 0) return { failed, written: rolledBack(lent, begun) }
  const done = outcomes.map((one) => (one as PromiseFulfilledResult<Noted<T>>).value)
  const numbers = append(
    tx,
    done.map(({ happenings }) => happenings),
  )
  const written = Promise.all([numbers, begun, commit(lent)]).then(([seqs]) =>
    done.map(({ value }, at) => ({ value, seq: seqs[at]! })),
  )
  written.catch(() => {})
  return { failed, written }
}

/** Looks at one state of everything; what ends it is waited for by the one who needs the connection next. */
export async function snapshot<T>(lent: Lent, work: (db: AnyKysely) => Promise<T>, watch?: StatementWatch): Promise<T> {
  const begun = lent.query(SNAPSHOT)
  begun.catch(() => {})
  try {
    return await holding(() => work(kyselyOn(lent, watch)))
  } finally {
    const ended = lent.query('commit')
    void Promise.allSettled([begun, ended]).then(() => lent.release())
  }
}

/** @NOTE what all hold together they take in one order, so that no two transactions wait for each other crosswise. */
function begin(lent: Lent, hold: readonly string[] = []): Promise<unknown> {
  const sent = [lent.query('begin')]
  if (hold.length > 1) sent.push(lent.query(HOLD, [hold.toSorted()]))
  const begun = Promise.all(sent)
  begun.catch(() => {})
  return begun
}

const HOLD = 'select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest($1::text[]) as name'

async function finished<T>(work: Work<T>, tx: AnyKysely): Promise<Noted<T>> {
  const noted = await work(tx)
  await noted.beside
  return noted
}

/** @NOTE a transaction in which a statement has failed takes the order to commit for one to roll back. */
async function commit(lent: Lent): Promise<void> {
  const { command } = await lent.query('commit')
  if (command !== 'COMMIT') throw new Error('The transaction was rolled back.')
}

async function rolledBack(lent: Lent, begun: Promise<unknown>): Promise<never[]> {
  await Promise.allSettled([begun, lent.query('rollback')])
  return []
}
