import type { Generated } from 'kysely'
import type { ArticleId, NameRow } from '../articles/index.ts'
import type { Outlet, OutletId } from './outlet.ts'
import type { SourceDocument, SourceDocumentId } from './source-document.ts'

export interface SourceTables {
  outlet: Omit<Outlet, 'id' | 'names'> & { id: Generated<OutletId> }
  outletWords: NameRow & { outletId: OutletId }
  sourceDocument: Omit<SourceDocument, 'id'> & { id: Generated<SourceDocumentId> }
  articleSource: { articleId: ArticleId; sourceDocumentId: SourceDocumentId; position: number }
}
