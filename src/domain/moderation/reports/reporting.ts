import { DAY_MS, HOUR_MS, SECOND_MS } from '../../../kit/clock.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { type CommentId, standing } from '../../discussion/index.ts'
import { mustMay, type Person, type PersonId } from '../../people/index.ts'
import type { RuleId } from '../rule.ts'
import { isRule } from '../rules.ts'
import { commentReported, legalNoticeAnswered } from './events.ts'
import { reportOthers } from './policy.ts'
import { MOST_A_DAY, MOST_AN_HOUR, type Report, type ReportId, reportedWords } from './report.ts'
import { addReport, answerOpen, recordOf, reportedLately } from './reports.ts'
import { weightAfter } from './weight.ts'

export interface Reporting {
  id: CommentId
  by: Person
  /** By which rule; undefined for something that none of them names. */
  ruleId: RuleId | undefined
  words: string
  at: number
}

/** A reader says what is wrong with the words of another; throws Trouble where they said so before, or too often. */
export async function report(tx: Writing, { id, by, ruleId, words: typed, at }: Reporting): Promise<ReportId> {
  const comment = await standing(tx, id)
  mustMay(reportOthers, by, comment)
  if (ruleId && !(await isRule(tx, ruleId))) throw new Trouble('invalid', 'rule.missing')
  const words = reportedWords(typed, ruleId)
  await mustNotBeTooMany(tx, by.id, at)
  const { articleId, rootId } = comment
  const why = { kind: ruleId ? ('rule' as const) : ('other' as const), ruleId: ruleId ?? null, words }
  const weight = weightAfter(await recordOf(tx, by.id))
  const added = await addReport(tx, { articleId, commentId: id, rootId, personId: by.id, ...why, weight, at })
  if (!added) throw new Trouble('conflict', 'report.already')
  tx.note(commentReported, { about: id, articleId, at })
  return added
}

async function mustNotBeTooMany(db: Reading, personId: PersonId, now: number): Promise<void> {
  const { today, thisHour, firstToday, firstThisHour } = await reportedLately(db, personId, now)
  if (today >= MOST_A_DAY) throw tooMany('report.too-many-today', MOST_A_DAY, (firstToday ?? now) + DAY_MS - now)
  if (thisHour >= MOST_AN_HOUR) throw tooMany('report.too-many', MOST_AN_HOUR, (firstThisHour ?? now) + HOUR_MS - now)
}

function tooMany(key: string, limit: number, waitMs: number): Trouble {
  return new Trouble('too-many', key, { limit }, { retryAfterSeconds: Math.max(1, Math.ceil(waitMs / SECOND_MS)) })
}

/** Says of a comment's open reports whether they were right; gives those that were answered. */
export async function answerReports(
  tx: Writing,
  commentId: CommentId,
  state: Exclude<Report['state'], 'open'>,
  at: number,
): Promise<Pick<Report, 'id' | 'personId' | 'kind'>[]> {
  const answered = await answerOpen(tx, commentId, state, at)
  for (const { id: about, articleId, kind } of answered)
    if (kind === 'illegal') tx.note(legalNoticeAnswered, { about, articleId, at })
  return answered
}
