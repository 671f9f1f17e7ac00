import type { Generated } from 'kysely'
import type { Reading } from './store.ts'

/** What happened, in the past tense, with the id of what it happened to and the article it concerns. */
export interface Happening {
  kind: string
  about?: number | undefined
  articleId?: number | undefined
  at: number
}

export interface Entry {
  seq: number
  kind: string
  about: number | null
  articleId: number | null
  at: number
}

export interface JournalTables {
  journal: Omit<Entry, 'seq'> & { seq: Generated<number> }
}

/** Entries after a number, oldest first. */
export function entriesSince(db: Reading, seq: number, limit = 500): Promise<Entry[]> {
  const journal = db.look<JournalTables>().selectFrom('journal')
  return journal.selectAll().where('seq', '>', seq).orderBy('seq').limit(limit).execute()
}

/** Entries about one article after a number, oldest first. */
export function entriesOn(db: Reading, articleId: number, seq: number, limit: number): Promise<Entry[]> {
  const journal = db.look<JournalTables>().selectFrom('journal').selectAll().where('articleId', '=', articleId)
  return journal.where('seq', '>', seq).orderBy('seq').limit(limit).execute()
}

/** The number of the latest entry; 0 for an empty journal. */
export async function latestSeq(db: Reading): Promise<number> {
  const journal = db.look<JournalTables>().selectFrom('journal')
  const row = await journal.select((e) => e.fn.max('seq').as('seq')).executeTakeFirst()
  return row?.seq ?? 0
}
