import type { Language } from '../../../kit/language.ts'
import type { Writing } from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import { type CommentId, ROOT, standing } from '../../discussion/index.ts'
import type { PersonId } from '../../people/index.ts'
import { commentReported, legalNoticeGiven } from './events.ts'
import { noticeFrom, type TypedNotice } from './legal-notice.ts'
import { addNotice } from './legal-notices.ts'
import { addReport } from './reports.ts'
import { FULL_WEIGHT } from './weight.ts'

export interface Notifying extends TypedNotice {
  /** What is against the law: a comment, or the article itself where that is ROOT. */
  articleId: ArticleId
  commentId: CommentId | typeof ROOT
  address: string
  language: Language
  personId: PersonId | null
  at: number
}

/** Anybody says that something here is against the law; answers with the token by which they see what becomes of it. */
export async function giveNotice(tx: Writing, notifying: Notifying): Promise<string> {
  const { articleId, commentId, address, language, personId, at, ...typed } = notifying
  const { words, ...notice } = noticeFrom(typed)
  const rootId = commentId === ROOT ? ROOT : (await standing(tx, commentId)).rootId
  const why = { kind: 'illegal' as const, ruleId: null, words, weight: FULL_WEIGHT }
  const reportId = (await addReport(tx, { articleId, commentId, rootId, personId: null, ...why, at }))!
  await addNotice(tx, { reportId, ...notice, address, language, personId, answer: '' })
  if (commentId !== ROOT) tx.note(commentReported, { about: commentId, articleId, at })
  tx.note(legalNoticeGiven, { about: reportId, articleId, at })
  return notice.token
}
