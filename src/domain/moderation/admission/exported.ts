import { z } from 'zod'
import { type ExportedTable, exportedColumns } from '../../../store/index.ts'
import { RESTRAINT_KINDS } from './restraints/restraint.ts'

const { id, count, key, moment } = exportedColumns

export const exportedAdmission: readonly ExportedTable[] = [
  {
    table: 'admissionSetting',
    key: ['id'],
    columns: { id, sectionId: id.nullable(), name: key, value: count },
    references: { sectionId: 'section' },
  },
  {
    table: 'restraint',
    key: ['id'],
    columns: {
      id,
      articleId: id.nullable(),
      kind: z.enum(RESTRAINT_KINDS),
      seconds: count,
      until: moment.nullable(),
      byId: id.nullable(),
      at: moment,
      endedAt: moment.nullable(),
      endedById: id.nullable(),
    },
    references: { articleId: 'article', byId: 'person', endedById: 'person' },
  },
]
