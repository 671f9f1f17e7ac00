import { answerNotices, reportOthers } from '../../domain/moderation/index.ts'
import { type Route, route } from '../http/route.ts'
import * as deskNotices from './desk-notices.ts'
import * as illegalContent from './illegal-content.ts'
import * as reports from './reports.ts'

export type GivenToReports = illegalContent.Given

export const routes: readonly Route<GivenToReports>[] = [
  route('GET', '/c/:comment/report', 'reader', reports.form),
  route('POST', '/c/:comment/report', reportOthers, reports.create),
  route('GET', '/:language/rules/illegal-content', 'visitor', illegalContent.form),
  route('POST', '/:language/rules/illegal-content', 'visitor', illegalContent.create),
  route('GET', '/:language/rules/illegal-content/:token', 'whoever holds the link', illegalContent.show),
  route('GET', '/desk/notices', answerNotices, deskNotices.list),
  route('POST', '/desk/notices/:report', answerNotices, deskNotices.create),
]
