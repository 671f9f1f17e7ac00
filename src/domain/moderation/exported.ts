import { z } from 'zod'
import { type ExportedTable, exportedColumns } from '../../store/index.ts'

const { id, words, moment, language } = exportedColumns

export const exportedRules: readonly ExportedTable[] = [
  { table: 'rule', key: ['id'], columns: { id, number: id } },
  {
    table: 'ruleWords',
    key: ['ruleId', 'language'],
    columns: { ruleId: id, language, title: words, words },
    references: { ruleId: 'rule' },
  },
]

/** Who removed and restored what, when, by which rule and why. */
export const exportedRemovals: readonly ExportedTable[] = [
  {
    table: 'removal',
    key: ['id'],
    columns: {
      id,
      articleId: id,
      commentId: id,
      byId: id.nullable(),
      cause: z.enum(['author', 'moderators', 'unknown']),
      ruleId: id.nullable(),
      note: words,
      at: moment.nullable(),
      restoredById: id.nullable(),
      restoredAt: moment.nullable(),
      restoredNote: words.nullable(),
    },
    references: { articleId: 'article', commentId: 'comment', byId: 'person', ruleId: 'rule', restoredById: 'person' },
  },
]
