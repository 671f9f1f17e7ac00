import { type ExportedTable, exportedColumns } from '../../../store/index.ts'

const { id, count, key } = exportedColumns

export const exportedAdmission: readonly ExportedTable[] = [
  {
    table: 'admissionSetting',
    key: ['id'],
    columns: { id, sectionId: id.nullable(), name: key, value: count },
    references: { sectionId: 'section' },
  },
]
