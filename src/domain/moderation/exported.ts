import { type ExportedTable, exportedColumns } from '../../store/index.ts'

const { id, words, language } = exportedColumns

export const exportedRules: readonly ExportedTable[] = [
  { table: 'rule', key: ['id'], columns: { id, number: id } },
  {
    table: 'ruleWords',
    key: ['ruleId', 'language'],
    columns: { ruleId: id, language, title: words, words },
    references: { ruleId: 'rule' },
  },
]
