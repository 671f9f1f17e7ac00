import { Trouble } from '../../../kit/trouble.ts'
import type { Writing } from '../../../store/index.ts'
import { wordsFrom } from '../../../text/words.ts'
import { placeOf } from '../../articles/index.ts'
import { ROOT } from '../../discussion/index.ts'
import { type Member, mustMay } from '../../people/index.ts'
import { legalNoticeAnswered } from './events.ts'
import { noticeOf } from './legal-notices.ts'
import { answerNotices } from './policy.ts'
import { LONGEST_REPORT, type Report, type ReportId } from './report.ts'
import type { ReportTables } from './tables.ts'

export interface AnsweringNotice {
  id: ReportId
  by: Member
  state: Exclude<Report['state'], 'open'>
  words: string
  at: number
}

/** Answers a notice about an article, which no decision about a comment answers. Throws Trouble where it has been answered. */
export async function answerNotice(tx: Writing, { id, by, state, words, at }: AnsweringNotice): Promise<void> {
  const notice = await noticeOf(tx, id)
  if (!notice || notice.commentId !== ROOT) throw new Trouble('missing', 'illegal.missing')
  mustMay(answerNotices, by, await placeOf(tx, notice.articleId))
  const answer = wordsFrom(words, LONGEST_REPORT)
  const open = tx.change<ReportTables>().updateTable('report').set({ state, answeredAt: at }).where('id', '=', id)
  if (!(await open.where('state', '=', 'open').returning('id').executeTakeFirst()))
    throw new Trouble('conflict', 'illegal.answered')
  await tx.change<ReportTables>().updateTable('legalNotice').set({ answer }).where('reportId', '=', id).execute()
  tx.note(legalNoticeAnswered, { about: id, articleId: notice.articleId, at })
}
