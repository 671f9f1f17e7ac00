import type { Reading, Writing } from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { SourceTables } from '../tables.ts'
import type { Quote, QuoteId } from './quote.ts'

/** The quotes of an article, in the order in which they were begun. */
export function quotesOf(db: Reading, articleId: ArticleId): Promise<Quote[]> {
  const quotes = db.look<SourceTables>().selectFrom('quote').selectAll()
  return quotes.where('articleId', '=', articleId).orderBy('id').execute()
}

export function quoteWithId(db: Reading, id: QuoteId): Promise<Quote | undefined> {
  return db.look<SourceTables>().selectFrom('quote').selectAll().where('id', '=', id).executeTakeFirst()
}

/** A quote as it is when nothing is known of it but that somebody is quoted. */
export function unattributed(articleId: ArticleId, key: string): Omit<Quote, 'id'> {
  return {
    articleId,
    key,
    speakerId: null,
    sourceDocumentId: null,
    originalWords: '',
    originalLanguage: null,
    saidOn: null,
  }
}

/** Begins the quotes that a text marks and that there are none of yet. */
export async function beginMarkedQuotes(tx: Writing, articleId: ArticleId, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  const known = new Set((await quotesOf(tx, articleId)).map(({ key }) => key))
  const rows = keys.filter((key) => !known.has(key)).map((key) => unattributed(articleId, key))
  if (rows.length === 0) return
  const insert = tx.change<SourceTables>().insertInto('quote').values(rows)
  await insert.onConflict((c) => c.columns(['articleId', 'key']).doNothing()).execute()
}
