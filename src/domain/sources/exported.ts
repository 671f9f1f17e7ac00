import { type ExportedTable, exportedColumns } from '../../store/index.ts'

const { id, count, words, language, key, day, address } = exportedColumns

export const exportedSources: readonly ExportedTable[] = [
  { table: 'outlet', key: ['id'], columns: { id, key, url: address.nullable() } },
  {
    table: 'outletWords',
    key: ['outletId', 'language'],
    columns: { outletId: id, language, name: words },
    references: { outletId: 'outlet' },
  },
  {
    table: 'sourceDocument',
    key: ['id'],
    columns: { id, outletId: id, url: address, title: words, language, publishedOn: day.nullable() },
    references: { outletId: 'outlet' },
  },
  {
    table: 'articleSource',
    key: ['articleId', 'position'],
    columns: { articleId: id, position: count, sourceDocumentId: id },
    references: { articleId: 'article', sourceDocumentId: 'sourceDocument' },
  },
]
