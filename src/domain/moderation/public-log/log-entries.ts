import type { Reading, Writing } from '../../../store/index.ts'
import type { DecisionId } from '../decisions/decision.ts'
import type { Commitment } from './commitments.ts'
import { type LogEntry, type Logged, logged } from './log-entry.ts'
import type { SignedHead } from './log-head.ts'
import type { PublicLogTables } from './tables.ts'

/** There is one head, and this is its number. */
const THE_ONE = 1

export interface ShownLogged extends Logged {
  hash: string
}

/** What the log says, the newest first, before an entry. */
export async function latestLogged(
  db: Reading,
  limit: number,
  before: number | undefined = undefined,
): Promise<ShownLogged[]> {
  const entries = db.look<PublicLogTables>().selectFrom('logEntry').select(['content', 'hash'])
  const older = before === undefined ? entries : entries.where('n', '<', before)
  const rows = await older.orderBy('n', 'desc').limit(limit).execute()
  return rows.map(({ content, hash }) => ({ ...logged.parse(JSON.parse(content)), hash }))
}

/** The entries after one, the oldest first. */
export function entriesAfter(db: Reading, n: number, limit: number): Promise<LogEntry[]> {
  const entries = db.look<PublicLogTables>().selectFrom('logEntry').selectAll()
  return entries.where('n', '>', n).orderBy('n').limit(limit).execute()
}

export function lastEntry(db: Reading): Promise<LogEntry | undefined> {
  const entries = db.look<PublicLogTables>().selectFrom('logEntry').selectAll()
  return entries.orderBy('n', 'desc').limit(1).executeTakeFirst()
}

/** The number in the log of a decision. */
export async function loggedAs(db: Reading, decisionId: DecisionId): Promise<number | undefined> {
  const entries = db.look<PublicLogTables>().selectFrom('logEntry').select('n').where('decisionId', '=', decisionId)
  return (await entries.executeTakeFirst())?.n
}

export async function headOf(db: Reading): Promise<SignedHead | undefined> {
  const heads = db.look<PublicLogTables>().selectFrom('logHead').selectAll().where('id', '=', THE_ONE)
  const row = await heads.executeTakeFirst()
  if (!row) return
  const { id: _, ...head } = row
  return head
}

export async function addEntry(tx: Writing, entry: LogEntry, commitments: readonly Commitment[]): Promise<void> {
  await tx.change<PublicLogTables>().insertInto('logEntry').values(entry).execute()
  const rows = commitments.map(({ decidedId, salt, hash }, at) => ({
    n: entry.n,
    place: at + 1,
    decidedId,
    salt,
    hash,
  }))
  if (rows.length > 0) await tx.fill<PublicLogTables, 'logWords'>('logWords', rows)
}

export async function keepHead(tx: Writing, head: SignedHead): Promise<void> {
  const insert = tx
    .change<PublicLogTables>()
    .insertInto('logHead')
    .values({ id: THE_ONE, ...head })
  await insert.onConflict((c) => c.column('id').doUpdateSet(head)).execute()
}
