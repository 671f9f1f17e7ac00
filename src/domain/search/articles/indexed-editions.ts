import type { Language } from '../../../kit/language.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { type ArticleId, type ArticleTables, bylinesOn, type EditionId } from '../../articles/index.ts'
import { articleEngineOn } from '../engines.ts'
import { type IndexPlace, placeOf } from './place.ts'

/** What the index holds of an edition, and under which place. */
export interface IndexedEdition {
  editionId: EditionId
  place: IndexPlace
  revisionId: number
  /** Who signs it. */
  names: string
}

export interface ArticleSearchTables {
  indexedEdition: IndexedEdition
}

/** Words that are to be indexed; null where readers do not find them any more. */
export interface EditionState {
  id: EditionId
  shown: (IndexedEdition & { language: Language; title: string; standfirst: string; plain: string }) | null
}

/** Of some articles, or of the editions after one of them, by their numbers. */
export async function editionStates(
  db: Reading,
  wanted: { articles: readonly ArticleId[] } | { after: number; limit: number },
): Promise<EditionState[]> {
  const editions = db
    .look<ArticleTables>()
    .selectFrom('edition')
    .leftJoin('revision', 'revision.id', 'edition.revisionId')
    .select(['edition.id', 'edition.articleId', 'edition.language', 'edition.state', 'edition.publishedAt'])
    .select(['edition.revisionId', 'revision.title', 'revision.standfirst', 'revision.plain'])
    .orderBy('edition.id')
  const rows =
    'articles' in wanted
      ? await editions.where('edition.articleId', 'in', wanted.articles).execute()
      : await editions
          .where('edition.id', '>', wanted.after as EditionId)
          .limit(wanted.limit)
          .execute()
  if (rows.length === 0) return []
  const bylines = await bylinesOn(db, rows)
  return rows.map((row) => {
    const { id, state, publishedAt, revisionId, language, title, standfirst, plain } = row
    if (state !== 'published' || publishedAt === null || revisionId === null || title === null)
      return { id, shown: null }
    const names = (bylines.get(id) ?? []).map(({ name }) => name).join('\n')
    const place = placeOf({ publishedAt, id })
    return {
      id,
      shown: {
        editionId: id,
        place,
        revisionId,
        names,
        language,
        title,
        standfirst: standfirst ?? '',
        plain: plain ?? '',
      },
    }
  })
}

/** What the index holds of these already. */
export async function indexedOf(db: Reading, ids: readonly EditionId[]): Promise<Map<EditionId, IndexedEdition>> {
  if (ids.length === 0) return new Map()
  const rows = db.look<ArticleSearchTables>().selectFrom('indexedEdition').selectAll().where('editionId', 'in', ids)
  return new Map((await rows.execute()).map((row) => [row.editionId, row]))
}

/** Puts editions with their terms into the index, in the stead of what it held of them. */
export async function putEditions(tx: Writing, editions: readonly { edition: IndexedEdition; terms: string[] }[]) {
  if (editions.length === 0) return
  await dropEditions(
    tx,
    editions.map(({ edition }) => edition.editionId),
  )
  const rows = editions.map(({ edition: { editionId, place, revisionId, names } }) => ({
    editionId,
    place,
    revisionId,
    names,
  }))
  await tx.change<ArticleSearchTables>().insertInto('indexedEdition').values(rows).execute()
  const engine = articleEngineOn(tx.change())
  await engine.put(
    tx,
    editions.map(({ edition, terms }) => ({ id: edition.place, terms })),
  )
}

export async function dropEditions(tx: Writing, ids: readonly EditionId[]): Promise<void> {
  if (ids.length === 0) return
  const dropped = tx.change<ArticleSearchTables>().deleteFrom('indexedEdition').where('editionId', 'in', ids)
  const places = (await dropped.returning('place').execute()).map(({ place }) => place)
  if (places.length > 0) await articleEngineOn(tx.change()).drop(tx, places)
}
