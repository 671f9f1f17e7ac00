import type { Generated } from 'kysely'
import type { Report, ReportId } from './report.ts'

export interface ReportTables {
  report: Omit<Report, 'id'> & { id: Generated<ReportId> }
}
