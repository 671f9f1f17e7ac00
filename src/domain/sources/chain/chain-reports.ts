import type { Reading } from '../../../store/index.ts'
import { copiesOf } from '../documents/snapshots.ts'
import { keptWords, type SourceDocumentId } from '../documents/source-document.ts'
import type { SourceTables } from '../tables.ts'
import type { ChainReport } from './chain.ts'

/** A report whose outlet is not named yet. */
export type Unnamed = Omit<ChainReport, 'outlet'> & { outletId: SourceTables['sourceDocument']['outletId'] }

/** What there is to tell of these reports; the words that are cited only where the address is dead. */
export async function reportsOf(
  db: Reading,
  ids: readonly SourceDocumentId[],
): Promise<Map<SourceDocumentId, Unnamed>> {
  if (ids.length === 0) return new Map()
  const [rows, copies] = await Promise.all([documentsOf(db, ids), copiesOf(db, ids)])
  return new Map(
    rows.map(({ passage, passageHash, accessedAt, openedAt, ...row }) => {
      const kept = keptWords({ passage, passageHash, accessedAt })
      return [row.id, { ...row, isOpened: openedAt !== null, copy: copies.get(row.id) ?? null, kept }]
    }),
  )
}

function documentsOf(db: Reading, ids: readonly SourceDocumentId[]) {
  return db
    .look<SourceTables>()
    .selectFrom('sourceDocument')
    .select(['id', 'outletId', 'title', 'url', 'language', 'publishedOn', 'openedAt', 'linkState'])
    .select(['passageHash', 'accessedAt'])
    .select((e) => e.case().when('linkState', '=', 'dead').then(e.ref('passage')).end().as('passage'))
    .where('id', 'in', ids)
    .execute()
}
