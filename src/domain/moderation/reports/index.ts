export { type AnsweringNotice, answerNotice } from './answering-notices.ts'
export { dataKinds as reportData } from './data-kinds.ts'
export { commentReported, events as reportEvents, legalNoticeAnswered, legalNoticeGiven } from './events.ts'
export {
  type LegalNotice,
  LONGEST_EXPLANATION,
  LONGEST_LAW,
  LONGEST_NOTIFIER,
} from './legal-notice.ts'
export { type GivenNotice, noticeBehind, noticeOf, openNotices } from './legal-notices.ts'
export { migrations as reportMigrations } from './migrations.ts'
export { giveNotice } from './notifying.ts'
export { answerNotices, policy as reportPolicy, reportOthers } from './policy.ts'
export { LONGEST_REPORT, type Report, type ReportId, type ReportKind, type ReportState } from './report.ts'
export { answerReports, report } from './reporting.ts'
export {
  openReportsOf,
  type Reported,
  recordOf,
  reportBy,
  reportedInBranch,
  reportedInThread,
  reportsOf,
  threadsReported,
} from './reports.ts'
export type { ReportTables } from './tables.ts'
export { FULL_WEIGHT, weightAfter } from './weight.ts'
