import { z } from 'zod'
import type { ExportedTable } from '../../store/index.ts'

const id = z.int().positive()
const words = z.string()
const address = words.refine((text) => /^https?:\/\//.test(text), 'it should begin with https:// or http://')

export const exportedSources: readonly ExportedTable[] = [
  { table: 'outlet', key: ['id'], columns: { id, key: z.string().min(1), url: address.nullable() } },
  {
    table: 'outletWords',
    key: ['outletId', 'language'],
    columns: { outletId: id, language: words, name: words },
    references: { outletId: 'outlet' },
  },
  {
    table: 'sourceDocument',
    key: ['id'],
    columns: { id, outletId: id, url: address, title: words, language: words, publishedOn: words.nullable() },
    references: { outletId: 'outlet' },
  },
  {
    table: 'articleSource',
    key: ['articleId', 'position'],
    columns: { articleId: id, position: z.int().nonnegative(), sourceDocumentId: id },
    references: { articleId: 'article', sourceDocumentId: 'sourceDocument' },
  },
]
