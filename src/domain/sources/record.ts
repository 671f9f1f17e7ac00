import { type ExpressionBuilder, sql } from 'kysely'
import type { Reading } from '../../store/index.ts'
import { type ArticleTables, READABLE } from '../articles/index.ts'
import { readDocument } from './documents/documents.ts'
import type { SourceDocument, SourceDocumentId } from './documents/source-document.ts'
import type { OutletId } from './outlets/outlet.ts'
import type { SourceTables } from './tables.ts'

type Tables = SourceTables & ArticleTables

/** How often somebody was cited in what readers see. */
export interface CitedOften {
  documents: number
  articles: number
}

/** Documents of an outlet that articles which readers see draw on, the latest first, below a cursor. */
export async function citedDocuments(
  db: Reading,
  outletId: OutletId,
  before: SourceDocumentId | undefined,
  limit: number,
): Promise<SourceDocument[]> {
  const rows = await db
    .look<Tables>()
    .selectFrom('sourceDocument')
    .selectAll()
    .where('outletId', '=', outletId)
    .$if(before !== undefined, (q) => q.where('id', '<', before!))
    .where((e) => e.exists(drawnOnInSight(e)))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(readDocument)
}

/** Of how many documents of an outlet in how many articles that readers see. */
export async function outletCited(db: Reading, outletId: OutletId): Promise<CitedOften> {
  const row = await db
    .look<Tables>()
    .selectFrom('sourceDocument')
    .innerJoin('articleSource', 'articleSource.sourceDocumentId', 'sourceDocument.id')
    .where('sourceDocument.outletId', '=', outletId)
    .where((e) => e.exists(inSight(e)))
    .select(sql<number>`count(distinct "sourceDocument"."id")`.as('documents'))
    .select(sql<number>`count(distinct "articleSource"."articleId")`.as('articles'))
    .executeTakeFirst()
  return { documents: Number(row?.documents ?? 0), articles: Number(row?.articles ?? 0) }
}

function drawnOnInSight(e: ExpressionBuilder<Tables, 'sourceDocument'>) {
  return e
    .selectFrom('articleSource')
    .innerJoin('edition', 'edition.articleId', 'articleSource.articleId')
    .select('articleSource.articleId')
    .whereRef('articleSource.sourceDocumentId', '=', 'sourceDocument.id')
    .where('edition.state', 'in', READABLE)
}

function inSight(e: ExpressionBuilder<Tables, 'articleSource'>) {
  const editions = e.selectFrom('edition').select('edition.id')
  return editions.whereRef('edition.articleId', '=', 'articleSource.articleId').where('edition.state', 'in', READABLE)
}
