import type { Kysely } from 'kysely'
import { stableJson } from '../../kit/json.ts'
import type { Language } from '../../kit/language.ts'
import { prepared, type Reading, type Writing } from '../../store/index.ts'
import { type ArticleId, articleChanged, inLanguage, publicationOf } from '../articles/index.ts'
import { copiesOf } from './documents/snapshots.ts'
import {
  type KeptWords,
  keptWords,
  type LinkState,
  type NamedSource,
  onDay,
  type SourceDocument,
  type SourceDocumentId,
} from './documents/source-document.ts'
import type { OutletId } from './outlets/outlet.ts'
import type { SourceTables } from './tables.ts'

export interface ShownSource {
  id: SourceDocumentId
  /** Its name in the asked language, or else in the publication's. */
  outlet: string
  title: string
  url: string
  language: Language
  publishedOn: string | null
  linkState: LinkState | null
  /** The latest copy that an archive has. */
  copy: { url: string; at: number | null } | null
  /** The words that are cited, where they stand nowhere else any more. */
  kept: KeptWords | null
}

/** The reports that an article draws on, in its order; as many as its editors named. */
export async function sourcesOf(db: Reading, articleId: ArticleId, language: Language): Promise<ShownSource[]> {
  const rows = await sourcesUnder(db, { articleId })
  if (rows.length === 0) return []
  const outlets = rows.map(({ outletId }) => outletId)
  const documents = rows.map(({ id }) => id)
  const [names, { defaultLanguage }, copies] = await Promise.all([
    namesOf(db, outlets),
    publicationOf(db),
    copiesOf(db, documents),
  ])
  return rows.map(({ outletId, passage, passageHash, accessedAt, ...source }) => {
    const own = names.filter((name) => name.outletId === outletId)
    const copy = copies.get(source.id) ?? null
    const kept = keptWords({ passage, passageHash, accessedAt })
    return { outlet: inLanguage(own, language, defaultLanguage)?.name ?? '', ...source, copy, kept }
  })
}

/** Has an article draw on a document, too, after those that it draws on already. */
export async function addSource(tx: Writing, articleId: ArticleId, sourceDocumentId: SourceDocumentId, at: number) {
  await tx.inTurn(`sources of ${articleId}`)
  const rows = tx.look<SourceTables>().selectFrom('articleSource').select(['sourceDocumentId', 'position'])
  const drawn = await rows.where('articleId', '=', articleId).execute()
  if (drawn.some((one) => one.sourceDocumentId === sourceDocumentId)) return
  const position = Math.max(-1, ...drawn.map((one) => one.position)) + 1
  await tx
    .change<SourceTables>()
    .insertInto('articleSource')
    .values({ articleId, sourceDocumentId, position })
    .execute()
  tx.note(articleChanged, { about: articleId, articleId, at })
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
export async function saveSources(tx: Writing, articleId: ArticleId, sources: readonly NamedSource[], at: number) {
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
export function sourceDraftsOf(db: Reading, articleId: ArticleId): Promise<NamedSource[]> {
  return drawnOn(db, articleId)
}

async function drawnOn(db: Reading, articleId: ArticleId): Promise<NamedSource[]> {
  const rows = await sourcesUnder(db, { articleId })
  return rows.map(({ outletId, title, url, language, publishedOn }) => ({
    outletId,
    title,
    url,
    language,
    publishedOn,
  }))
}

const sourcesUnder = prepared((db: Pick<Kysely<SourceTables>, 'selectFrom'>, { articleId }: { articleId: ArticleId }) =>
  db
    .selectFrom('articleSource')
    .innerJoin('sourceDocument', 'sourceDocument.id', 'articleSource.sourceDocumentId')
    .select(['sourceDocument.id', 'outletId', 'title', 'url', 'language', 'publishedOn', 'linkState'])
    .select(['passageHash', 'accessedAt'])
    .select((e) => e.case().when('linkState', '=', 'dead').then(e.ref('passage')).end().as('passage'))
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
  { outletId, url, title, language, publishedOn }: NamedSource,
): Promise<SourceDocumentId> {
  const before = await tx
    .look<SourceTables>()
    .selectFrom('sourceDocument')
    .select('publishedOn')
    .where('outletId', '=', outletId)
    .where('url', '=', url)
    .executeTakeFirst()
  const said = { title, language, ...(before?.publishedOn === publishedOn ? {} : onDay(publishedOn)) }
  const insert = tx
    .change<SourceTables>()
    .insertInto('sourceDocument')
    .values({ outletId, url, ...onDay(publishedOn), title, language })
  const kept = insert.onConflict((c) => c.columns(['outletId', 'url']).doUpdateSet(said)).returning('id')
  return (await kept.executeTakeFirstOrThrow()).id
}
