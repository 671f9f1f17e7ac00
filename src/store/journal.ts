import type { Generated, Kysely } from 'kysely'
import type { Reading, Writing } from './access.ts'
import type { Entry, Happening } from './entry.ts'
import type { EventType } from './event.ts'
import type { Appended } from './noted.ts'
import { prepared, preparedChange } from './prepared.ts'

export interface JournalTables {
  journal: Omit<Entry, 'seq'> & { seq: Generated<number> }
}

type Looking = Pick<Kysely<JournalTables>, 'selectFrom'>

/** Entries after a number, oldest first. */
export function entriesSince(db: Reading, seq: number, limit = 500): Promise<Entry[]> {
  return since(db, { seq, limit })
}

const since = prepared((db: Looking, { seq, limit }: { seq: number; limit: number }) =>
  db.selectFrom('journal').selectAll().where('seq', '>', seq).orderBy('seq').limit(limit),
)

/** How many of these events there were after a number. */
export async function countSince(db: Reading, seq: number, events: readonly EventType[]): Promise<number> {
  const kinds = events.map(({ kind }) => kind)
  if (kinds.length === 0) return 0
  const journal = db.look<JournalTables>().selectFrom('journal').where('seq', '>', seq).where('kind', 'in', kinds)
  const { count } = await journal.select((e) => e.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return Number(count)
}

/** Entries about one article after a number, oldest first. */
export function entriesOn(db: Reading, articleId: number, seq: number, limit: number): Promise<Entry[]> {
  const journal = db.look<JournalTables>().selectFrom('journal').selectAll().where('articleId', '=', articleId)
  return journal.where('seq', '>', seq).orderBy('seq').limit(limit).execute()
}

/** The number of the latest entry; 0 for an empty journal. */
export async function latestSeq(db: Reading): Promise<number> {
  const [last] = await latest(db, {})
  return last?.seq ?? 0
}

const latest = prepared((db: Looking) => db.selectFrom('journal').select((e) => e.fn.max('seq').as('seq')))

/** The number of the last of these events that concerned no article in particular; 0 where there was none. */
export async function lastOnAll(db: Reading, events: readonly EventType[]): Promise<number> {
  const kinds = events.map(({ kind }) => kind)
  const journal = db
    .look<JournalTables>()
    .selectFrom('journal')
    .where('articleId', 'is', null)
    .where('kind', 'in', kinds)
  const last = await journal.select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return last?.seq ?? 0
}

/** Lets the journal go on with this event, past every number that anybody may have of a later state. */
export async function leap(tx: Writing, { kind }: EventType<object>, at: number): Promise<void> {
  const seq = (await latestSeq(tx)) + LEAP
  await tx
    .change<JournalTables>()
    .insertInto('journal')
    .values({ seq, kind, about: null, articleId: null, at })
    .execute()
}

const LEAP = 1_000_000_000

/** Databases bound the values of one statement, the strictest to 32,766; an entry has four. */
const AT_ONCE = 1_000

/** Appends what each of several works said happened, which none but `store.write` does. All is asked at once, so that it can travel with what comes after it. */
export async function appendEach(tx: Writing, each: readonly (readonly Happening[])[]): Promise<Appended> {
  const all = each.flat()
  const isAnyQuiet = each.some(({ length }) => length === 0)
  const [numbers, latest] = await Promise.all([append(tx, all), isAnyQuiet ? latestSeq(tx) : 0])
  const entries = all.map((one, at) => entryOf(one, numbers[at]!))
  let until = 0
  const seqs = each.map(({ length }) => {
    until += length
    return length === 0 ? latest : numbers[until - 1]!
  })
  return { seqs, entries }
}

/** Answers with the numbers, in order. */
async function append(tx: Writing, happenings: readonly Happening[]): Promise<number[]> {
  const parts: Promise<{ seq: number }[]>[] = []
  for (let from = 0; from < happenings.length; from += AT_ONCE)
    parts.push(appended(tx, columnsOf(happenings.slice(from, from + AT_ONCE))))
  const numbers = (await Promise.all(parts)).flat().map(({ seq }) => seq)
  return numbers.sort((one, other) => one - other)
}

function entryOf({ kind, about, articleId, at }: Happening, seq: number): Entry {
  return { seq, kind, about: about ?? null, articleId: articleId ?? null, at }
}

interface Columns {
  kinds: string[]
  abouts: (number | null)[]
  articleIds: (number | null)[]
  moments: number[]
}

function columnsOf(happenings: readonly Happening[]): Columns {
  return {
    kinds: happenings.map(({ kind }) => kind),
    abouts: happenings.map(({ about }) => about ?? null),
    articleIds: happenings.map(({ articleId }) => articleId ?? null),
    moments: happenings.map(({ at }) => at),
  }
}

const appended = preparedChange((db: Kysely<JournalTables>, { kinds, abouts, articleIds, moments }: Columns) => {
  const rows = kinds.map((kind, i) => ({ kind, about: abouts[i]!, articleId: articleIds[i]!, at: moments[i]! }))
  return db.insertInto('journal').values(rows).returning('seq')
})
