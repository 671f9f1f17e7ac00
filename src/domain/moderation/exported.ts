import { z } from 'zod'
import type { ExportedTable } from '../../store/index.ts'

const id = z.int().positive()
const words = z.string()
const moment = z.int()

export const exportedRules: readonly ExportedTable[] = [
  { table: 'rule', key: ['id'], columns: { id, number: id } },
  {
    table: 'ruleWords',
    key: ['ruleId', 'language'],
    columns: { ruleId: id, language: words, title: words, words },
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
