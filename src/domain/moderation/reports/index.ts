export { answerNotice } from './answering-notices.ts'
export { dataKinds as reportData } from './data-kinds.ts'
export { commentReported, events as reportEvents, legalNoticeAnswered, legalNoticeGiven } from './events.ts'
export { LONGEST_EXPLANATION } from './legal-notice.ts'
export { type GivenNotice, noticeBehind, noticeOf, openNotices } from './legal-notices.ts'
export { migrations as reportMigrations } from './migrations.ts'
export { giveNotice } from './notifying.ts'
export { answerNotices, policy as reportPolicy, reportOthers } from './policy.ts'
export { LONGEST_REPORT, type Report } from './report.ts'
export { answerReports, report } from './reporting.ts'
export {
  recordOf,
  reportBy,
  reportedInBranch,
  reportsOf,
  threadsReported,
} from './reports.ts'
export type { ReportTables } from './tables.ts'
export { FULL_WEIGHT, weightAfter } from './weight.ts'
