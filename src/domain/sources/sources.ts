import type { Kysely } from 'kysely'
import { stableJson } from '../../kit/json.ts'
import type { Language } from '../../kit/language.ts'
import { prepared, type Reading, type Writing } from '../../store/index.ts'
import { type ArticleId, articleChanged, inLanguage, publicationOf } from '../articles/index.ts'
import type { OutletId } from './outlet.ts'
import type { SourceDocument, SourceDocumentId } from './source-document.ts'
import type { SourceTables } from './tables.ts'

export interface ShownSource {
  /** Its name in the asked language, or else in the publication's. */
  outlet: string
  title: string
  url: string
  language: Language
  publishedOn: string | null
}

/** The reports that an article draws on, in its order; as many as its editors named. */
export async function sourcesOf(db: Reading, articleId: ArticleId, language: Language): Promise<ShownSource[]> {
  const rows = await drawnOn(db, articleId)
  if (rows.length === 0) return []
  const outlets = rows.map(({ outletId }) => outletId)
  const [names, { defaultLanguage }] = await Promise.all([namesOf(db, outlets), publicationOf(db)])
  return rows.map(({ outletId, ...source }) => {
    const own = names.filter((name) => name.outletId === outletId)
    return { outlet: inLanguage(own, language, defaultLanguage)?.name ?? '', ...source }
  })
}

export type SourceAddress = Pick<SourceDocument, 'id' | 'title' | 'url'>

/** Every source's address, by number, after one. */
export function sourceAddresses(db: Reading, after: number, limit: number): Promise<SourceAddress[]> {
  const documents = db.look<SourceTables>().selectFrom('sourceDocument').select(['id', 'title', 'url'])
  return documents
    .where('id', '>', after as SourceDocumentId)
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Says which reports an article draws on, in this order; answers whether that was news. */
export async function saveSources(
  tx: Writing,
  articleId: ArticleId,
  sources: readonly Omit<SourceDocument, 'id'>[],
  at: number,
) {
  if (stableJson(await drawnOn(tx, articleId)) === stableJson(sources)) return false
  await tx.change<SourceTables>().deleteFrom('articleSource').where('articleId', '=', articleId).execute()
  for (const [position, source] of sources.entries()) {
    const row = { articleId, sourceDocumentId: await keep(tx, source), position }
    await tx.change<SourceTables>().insertInto('articleSource').values(row).execute()
  }
  tx.note(articleChanged, { about: articleId, articleId, at })
  return true
}

/** The same as they are kept. */
export function sourceDraftsOf(db: Reading, articleId: ArticleId): Promise<Omit<SourceDocument, 'id'>[]> {
  return drawnOn(db, articleId)
}

function drawnOn(db: Reading, articleId: ArticleId) {
  return sourcesUnder(db, { articleId })
}

const sourcesUnder = prepared((db: Pick<Kysely<SourceTables>, 'selectFrom'>, { articleId }: { articleId: ArticleId }) =>
  db
    .selectFrom('articleSource')
    .innerJoin('sourceDocument', 'sourceDocument.id', 'articleSource.sourceDocumentId')
    .select(['outletId', 'title', 'url', 'language', 'publishedOn'])
    .where('articleSource.articleId', '=', articleId)
    .orderBy('articleSource.position'),
)

function namesOf(db: Reading, outletIds: readonly OutletId[]) {
  const words = db.look<SourceTables>().selectFrom('outletWords').selectAll()
  return words.where('outletId', 'in', outletIds).orderBy('language').execute()
}

/** One document of an outlet stands at one address; what was said of it last is kept. */
async function keep(
  tx: Writing,
  { outletId, url, title, language, publishedOn }: Omit<SourceDocument, 'id'>,
): Promise<SourceDocumentId> {
  const said = { title, language, publishedOn }
  const insert = tx
    .change<SourceTables>()
    .insertInto('sourceDocument')
    .values({ outletId, url, ...said })
  const kept = insert.onConflict((c) => c.columns(['outletId', 'url']).doUpdateSet(said)).returning('id')
  return (await kept.executeTakeFirstOrThrow()).id
}
