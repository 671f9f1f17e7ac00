import { z } from 'zod'
import { type ExportedTable, exportedColumns } from '../../../store/index.ts'
import { hashOf } from './paragraphs/pairing.ts'
import { PARAGRAPH_STATES, PARTS } from './paragraphs/paragraph.ts'

const { id, count, moment, language, words, key } = exportedColumns

/** Which edition translates which, and what is known of each paragraph. */
export const exportedEditions: readonly ExportedTable[] = [
  {
    table: 'translation',
    key: ['id'],
    columns: { id, editionId: id, originalId: id, revisionId: id.nullable(), byId: id.nullable(), at: count },
    references: { editionId: 'edition', originalId: 'edition', revisionId: 'revision', byId: 'person' },
  },
  {
    table: 'translatedParagraph',
    key: ['id'],
    columns: {
      id,
      editionId: id,
      part: z.enum(PARTS),
      position: count,
      original: words,
      words,
      state: z.enum(PARAGRAPH_STATES),
      byId: id.nullable(),
      at: count,
      engine: key.nullable(),
      model: words.nullable(),
      glossaryVersion: count.nullable(),
      reviewedById: id.nullable(),
      reviewedAt: moment.nullable(),
    },
    references: { editionId: 'edition', byId: 'person', reviewedById: 'person' },
    complete: (_tx, rows) => rows.map((row) => ({ ...row, originalHash: hashOf(String(row.original)) })),
  },
  {
    table: 'translationOverride',
    key: ['id'],
    columns: {
      id,
      editionId: id,
      wording: key,
      fact: key,
      kind: key,
      outcome: key,
      original: words.nullable(),
      edition: words.nullable(),
      reason: words,
      byId: id.nullable(),
      at: moment,
    },
    references: { editionId: 'edition', byId: 'person' },
  },
  {
    table: 'gatePassage',
    key: ['id'],
    columns: { id, editionId: id, compared: count, overridden: count, byId: id.nullable(), at: moment },
    references: { editionId: 'edition', byId: 'person' },
  },
  {
    table: 'editionWish',
    key: ['articleId', 'language'],
    columns: { articleId: id, language, count: id },
    references: { articleId: 'article' },
  },
  {
    table: 'translationQuestion',
    key: ['id'],
    columns: {
      id,
      editionId: id,
      original: words,
      question: words,
      byId: id.nullable(),
      at: moment,
      answer: words.nullable(),
      answeredById: id.nullable(),
      answeredAt: moment.nullable(),
    },
    references: { editionId: 'edition', byId: 'person', answeredById: 'person' },
    complete: (_tx, rows) => rows.map((row) => ({ ...row, originalHash: hashOf(String(row.original)) })),
  },
]
