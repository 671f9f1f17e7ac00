import type { Reading, Writing } from '../../../store/index.ts'
import { ROOT } from '../../discussion/index.ts'
import type { LegalNotice } from './legal-notice.ts'
import type { Report, ReportId } from './report.ts'
import type { ReportTables } from './tables.ts'

export type GivenNotice = LegalNotice & Report

/** The notice to whose page a token leads. */
export function noticeBehind(db: Reading, token: string): Promise<GivenNotice | undefined> {
  return given(db).where('legalNotice.token', '=', token).executeTakeFirst()
}

export function noticeOf(db: Reading, reportId: ReportId): Promise<GivenNotice | undefined> {
  return given(db).where('legalNotice.reportId', '=', reportId).executeTakeFirst()
}

/** The notices that wait for an answer, the oldest first. */
export function openNotices(db: Reading, limit = 100): Promise<GivenNotice[]> {
  const aboutArticles = given(db).where('report.commentId', '=', ROOT)
  return aboutArticles.where('report.state', '=', 'open').orderBy('report.id').limit(limit).execute()
}

export async function addNotice(tx: Writing, notice: LegalNotice): Promise<void> {
  await tx.change<ReportTables>().insertInto('legalNotice').values(notice).execute()
}

function given(db: Reading) {
  const notices = db.look<ReportTables>().selectFrom('legalNotice')
  return notices
    .innerJoin('report', 'report.id', 'legalNotice.reportId')
    .selectAll('report')
    .select(['reportId', 'token', 'name', 'mail', 'address', 'law', 'language', 'legalNotice.personId', 'answer'])
}
