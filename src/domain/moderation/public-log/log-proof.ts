import type { Reading } from '../../../store/index.ts'
import type { DiscussionTables } from '../../discussion/index.ts'
import type { ModerationTables } from '../tables.ts'
import { commitmentTo, joined } from './commitments.ts'
import { entriesAfter, headOf } from './log-entries.ts'
import { BEGINNING, hashOf, type LogEntry, logged } from './log-entry.ts'
import { isWellSigned, type SignedHead } from './log-head.ts'
import type { PublicLogTables } from './tables.ts'

const AT_ONCE = 500
const MOST_TOLD = 20

/** A head of the log that stands somewhere else than in the database. */
export interface HeadElsewhere {
  where: string
  head: SignedHead
}

export interface Proof {
  /** So many entries prove. */
  entries: number
  /** What is wrong, in sentences for the operator. */
  complaints: string[]
}

/** Proves the moderation log: every entry follows from the one before it, it ends as its heads say, and words that are kept are those that it commits to. */
export async function proveLog(
  db: Reading,
  keys: readonly string[],
  elsewhere: readonly HeadElsewhere[],
): Promise<Proof> {
  const complaints: string[] = []
  const at = new Map<number, string>([[0, BEGINNING]])
  const wanted = new Set(elsewhere.map(({ head }) => head.n))
  let [n, previous] = [0, BEGINNING]
  for (;;) {
    const entries = await entriesAfter(db, n, AT_ONCE)
    for (const entry of entries) {
      complaints.push(...complaintsAbout(entry, n + 1, previous))
      ;[n, previous] = [entry.n, entry.hash]
      if (wanted.has(n)) at.set(n, entry.hash)
    }
    complaints.push(...(await wordsWrong(db, entries)))
    if (entries.length < AT_ONCE) break
  }
  at.set(n, previous)
  complaints.push(...headWrong(await headOf(db), keys, { n, hash: previous }))
  for (const one of elsewhere) complaints.push(...elsewhereWrong(one, n, at))
  return { entries: n, complaints: complaints.slice(0, MOST_TOLD) }
}

function complaintsAbout({ n, content, previous, hash }: LogEntry, expected: number, before: string): string[] {
  if (n !== expected) return [`The moderation log has no entry ${expected}; ${n} comes next.`]
  if (previous !== before) return [`Entry ${n} of the moderation log does not follow from the one before it.`]
  if (hash !== hashOf(previous, content)) return [`Entry ${n} of the moderation log has been changed.`]
  const read = logged.safeParse(jsonIn(content))
  return read.success && read.data.n === n ? [] : [`Entry ${n} of the moderation log says that it is another.`]
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function headWrong(head: SignedHead | undefined, keys: readonly string[], end: { n: number; hash: string }): string[] {
  if (!head) return end.n === 0 ? [] : ['Nobody has signed how the moderation log ends.']
  if (!isWellSigned(head)) return ['The signature under the end of the moderation log is false.']
  if (!keys.includes(head.key))
    return ['The end of the moderation log is signed by another key than PARLEY_SECRET and PARLEY_FORMER_SECRET give.']
  if (head.n > end.n) return [`The moderation log has been cut off: it ended at ${head.n}, and ends at ${end.n}.`]
  if (head.n < end.n) return [`The moderation log goes on after ${head.n}, where its end was signed.`]
  return head.hash === end.hash ? [] : ['The moderation log does not end as it was signed.']
}

function elsewhereWrong({ where, head }: HeadElsewhere, end: number, at: ReadonlyMap<number, string>): string[] {
  if (!isWellSigned(head)) return [`The signature in ${where} is false.`]
  if (head.n > end)
    return [`The moderation log has been cut off: by ${where} it had ${head.n} entries, and has ${end}.`]
  return at.get(head.n) === head.hash ? [] : [`Up to ${head.n}, the moderation log is another than by ${where}.`]
}

/** Words and their commitments: each entry says which these are together, and each says which words, as long as both are kept. */
async function wordsWrong(db: Reading, entries: readonly LogEntry[]): Promise<string[]> {
  if (entries.length === 0) return []
  const rows = await wordsOf(db, entries[0]!.n, entries.at(-1)!.n)
  const byEntry = Map.groupBy(rows, ({ n }) => n)
  const wrong: string[] = []
  for (const { n, content } of entries) {
    const own = byEntry.get(n) ?? []
    const said = logged.safeParse(jsonIn(content))
    if (said.success && said.data.words !== joined(own.map(({ hash }) => hash)))
      wrong.push(`The words to which entry ${n} of the moderation log commits are others.`)
  }
  for (const { n, salt, hash, commentId, words } of rows)
    if (salt !== null && commentId !== null && words !== null && hash !== commitmentTo(salt, commentId, words))
      wrong.push(`The words of comment ${commentId} are not those of entry ${n} of the moderation log.`)
  return wrong
}

function wordsOf(db: Reading, from: number, to: number) {
  const tables = db.look<PublicLogTables & ModerationTables & DiscussionTables>()
  return tables
    .selectFrom('logWords')
    .leftJoin('decisionComment', 'decisionComment.id', 'logWords.decidedId')
    .leftJoin('commentRevision', (join) =>
      join
        .onRef('commentRevision.commentId', '=', 'decisionComment.commentId')
        .onRef('commentRevision.number', '=', 'decisionComment.revision'),
    )
    .select(['logWords.n', 'logWords.salt', 'logWords.hash', 'decisionComment.commentId', 'commentRevision.words'])
    .where('logWords.n', '>=', from)
    .where('logWords.n', '<=', to)
    .orderBy('logWords.n')
    .orderBy('logWords.place')
    .execute()
}
