import { z } from 'zod'
import { type ExportedTable, exportedColumns } from '../../store/index.ts'

import { ROLES } from '../people/index.ts'
import { DECISION_KINDS, FOUND_BY } from './decisions/decision.ts'

const { id, count, moment, words, language } = exportedColumns

export const exportedRules: readonly ExportedTable[] = [
  { table: 'rule', key: ['id'], columns: { id, number: id } },
  {
    table: 'ruleWords',
    key: ['ruleId', 'language'],
    columns: { ruleId: id, language, title: words, words },
    references: { ruleId: 'rule' },
  },
  { table: 'cannedReason', key: ['id'], columns: { id, language, title: words, words } },
]

const STATES = ['stands', 'held', 'removed'] as const
const flag = z.literal([0, 1])

/** What moderators decided; in words that a decision is about, its comment names the revision. */
export const exportedDecisions: readonly ExportedTable[] = [
  {
    table: 'decision',
    key: ['id'],
    columns: {
      id,
      kind: z.enum(DECISION_KINDS),
      at: moment,
      byId: id.nullable(),
      byRole: z.enum([...ROLES, 'machine']),
      assentedById: id.nullable(),
      foundBy: z.enum(FOUND_BY),
      automated: flag,
      ruleId: id.nullable(),
      law: words.nullable(),
      note: words,
      staffNote: words,
      articleId: id.nullable(),
      personId: id.nullable(),
      comments: count,
      until: moment.nullable(),
      takesBackId: id.nullable(),
      undoneAt: moment.nullable(),
      undoneById: id.nullable(),
      settledAt: moment.nullable(),
    },
    absent: { assentedById: () => null },
    references: {
      byId: 'person',
      assentedById: 'person',
      ruleId: 'rule',
      articleId: 'article',
      personId: 'person',
      undoneById: 'person',
    },
  },
  {
    table: 'decisionComment',
    key: ['id'],
    columns: {
      id,
      decisionId: id,
      commentId: id,
      articleId: id,
      personId: id.nullable(),
      revision: id.nullable(),
      before: z.enum(STATES),
    },
    references: { decisionId: 'decision', commentId: 'comment', articleId: 'article', personId: 'person' },
  },
]
