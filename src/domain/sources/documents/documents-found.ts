import type { Reading } from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { OutletId } from '../outlets/outlet.ts'
import type { SourceTables } from '../tables.ts'
import { readDocument } from './documents.ts'
import type { LinkState, SourceDocument, SourceDocumentId } from './source-document.ts'

export interface SoughtDocuments {
  /** A piece of its address or title, in the case in which it stands there. */
  words?: string
  outletId?: OutletId | undefined
  linkState?: LinkState | undefined
  before?: SourceDocumentId | undefined
}

/** Documents, the latest first, below a cursor. */
export async function documentsFound(
  db: Reading,
  { words = '', outletId, linkState, before }: SoughtDocuments,
  limit: number,
): Promise<SourceDocument[]> {
  let rows = db.look<SourceTables>().selectFrom('sourceDocument').selectAll()
  const piece = `%${words.trim().replace(/[%\\]/g, '_')}%`
  if (words.trim()) rows = rows.where((e) => e.or([e('title', 'like', piece), e('url', 'like', piece)]))
  if (outletId) rows = rows.where('outletId', '=', outletId)
  if (linkState) rows = rows.where('linkState', '=', linkState)
  if (before) rows = rows.where('id', '<', before)
  return (await rows.orderBy('id', 'desc').limit(limit).execute()).map(readDocument)
}

/** The articles that draw on each of these documents, a few of each; a bounded list. */
export async function articlesDrawingOn(
  db: Reading,
  ids: readonly SourceDocumentId[],
): Promise<Map<SourceDocumentId, ArticleId[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .look<SourceTables>()
    .selectFrom('articleSource')
    .select(['sourceDocumentId', 'articleId'])
    .distinct()
    .where('sourceDocumentId', 'in', ids)
    .orderBy('articleId', 'desc')
    .limit(MOST_ARTICLES * ids.length)
    .execute()
  const found = new Map<SourceDocumentId, ArticleId[]>()
  for (const { sourceDocumentId, articleId } of rows) {
    const own = found.get(sourceDocumentId) ?? []
    if (own.length < MOST_ARTICLES) found.set(sourceDocumentId, [...own, articleId])
  }
  return found
}

const MOST_ARTICLES = 10
