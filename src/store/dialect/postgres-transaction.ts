import type { Written } from '../access.ts'
import type { AnyKysely } from '../any-kysely.ts'
import type { StatementWatch } from '../database.ts'
import type { Entry } from '../entry.ts'
import { gatherIn } from '../gathering.ts'
import type { Append, Appended, Noted } from '../noted.ts'
import { holding } from './held-connection.ts'
import { kyselyOn } from './postgres-kysely.ts'
import { codeOf, type Lent } from './postgres-pool.ts'

const SNAPSHOT = 'start transaction isolation level repeatable read read only'

/** in_failed_sql_transaction: another in the same transaction failed. Source: PostgreSQL, appendix A. */
const BY_ANOTHER = '25P02'

export type Work<T> = (tx: AnyKysely) => Promise<Noted<T>>

/** What became of works that shared a transaction: it is durable, or some failed, by their place, and nothing of all was done. */
export type Outcome<T> = { written: Written<T>[]; entries: readonly Entry[] } | { failed: ReadonlyMap<number, unknown> }

export interface Given {
  /** What the works hold together. */
  hold?: readonly string[]
  /** Whether the database itself says when something goes wrong that a work left behind, so that nobody waits for it before the end. */
  isBrief?: boolean
  /** Whether each does by itself what they could do jointly, so that one sees whose fault it is when that fails. */
  isApart?: boolean
  watch?: StatementWatch | undefined
}

/**
 * Lets works be under way at once in one transaction, of which nothing is waited for but what they ask: its beginning travels
 * with their first questions, and the journal's numbers with its end. Settles when it has been told to end.
 */
export async function together<T>(
  lent: Lent,
  works: readonly Work<T>[],
  append: Append,
  { hold = [], isBrief = false, isApart = works.length === 1, watch }: Given = {},
): Promise<{ outcome: Promise<Outcome<T>> }> {
  const open = untilEnd(lent)
  const tx = kyselyOn(open, watch)
  const gathering = gatherIn(tx, isApart)
  const begun = begin(lent, hold)
  const done = await Promise.allSettled(works.map((work) => holding(() => (isBrief ? work(tx) : finished(work, tx)))))
  const failed = rejected(done)
  if (failed.size > 0) return { outcome: rolledBack(open, begun, open.reasonsOf(failed)) }
  gathering.flush()
  const noted = done.map((one) => (one as PromiseFulfilledResult<Noted<T>>).value)
  const appended = append(
    tx,
    noted.map(({ happenings }) => happenings),
  )
  const ended = Promise.all([appended, begun, open.end('commit')])
  return { outcome: outcomeOf(noted, ended, open) }
}

/** @NOTE a transaction in which a statement has failed takes the order to commit for one to roll back. */
async function outcomeOf<T>(
  noted: readonly Noted<T>[],
  ended: Promise<[Appended, unknown, { command: string }]>,
  { reasonsOf }: Open,
): Promise<Outcome<T>> {
  const [besides, [end]] = await Promise.all([
    Promise.allSettled(noted.map(({ beside }) => beside)),
    Promise.allSettled([ended]),
  ])
  if (end.status === 'fulfilled' && end.value[2].command === 'COMMIT') {
    const [{ seqs, entries }] = end.value
    return { written: noted.map(({ value }, at) => ({ value, seq: seqs[at]! })), entries }
  }
  const failed = rejected(besides)
  if (failed.size > 0) return { failed: reasonsOf(failed) }
  throw end.status === 'rejected' ? end.reason : new Error('The transaction was rolled back.')
}

function rejected(all: readonly PromiseSettledResult<unknown>[]): Map<number, unknown> {
  const failed = new Map<number, unknown>()
  for (const [at, one] of all.entries()) if (one.status === 'rejected') failed.set(at, one.reason)
  return failed
}

type Open = ReturnType<typeof untilEnd>

/** Whether all that is known of a failure is that another in the same transaction failed. */
export function isByAnother(reason: unknown): boolean {
  return codeOf(reason) === BY_ANOTHER
}

/** Says no more once it is told to end, so that nothing comes into the transaction after it. */
function untilEnd({ query }: Lent) {
  let isOver = false
  let first: unknown
  return {
    query: ((text, values) => {
      if (isOver) return Promise.reject(new Error('This transaction is over.'))
      const asked = query(text, values)
      asked.catch((reason) => {
        first ??= reason
      })
      return asked
    }) as Lent['query'],
    end(words: 'commit' | 'rollback') {
      isOver = true
      return query(words)
    },
    /** Where nobody knows more than that another failed, they all did what failed first. */
    reasonsOf(failed: ReadonlyMap<number, unknown>): ReadonlyMap<number, unknown> {
      if (![...failed.values()].every(isByAnother)) return failed
      return new Map([...failed.keys()].map((at) => [at, first]))
    },
  }
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
function begin(lent: Lent, hold: readonly string[]): Promise<unknown> {
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

async function rolledBack(
  open: Open,
  begun: Promise<unknown>,
  failed: ReadonlyMap<number, unknown>,
): Promise<{ failed: ReadonlyMap<number, unknown> }> {
  await Promise.allSettled([begun, open.end('rollback')])
  return { failed }
}
