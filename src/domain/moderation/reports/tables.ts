import type { Generated } from 'kysely'
import type { LegalNotice } from './legal-notice.ts'
import type { Report, ReportId } from './report.ts'

export interface ReportTables {
  report: Omit<Report, 'id'> & { id: Generated<ReportId> }
  legalNotice: LegalNotice
}
