import { answerNotices, reportOthers } from '../../domain/moderation/early.ts'
import { lazily, type Route, route } from '../http/route.ts'
import type { Given as GivenToIllegalContent } from './illegal-content.ts'

export type GivenToReports = GivenToIllegalContent

const deskNotices = lazily(() => import('./desk-notices.ts'))
const illegalContent = lazily(() => import('./illegal-content.ts'))
const reports = lazily(() => import('./reports.ts'))

export const routes: readonly Route<GivenToReports>[] = [
  route('GET', '/c/:comment/report', 'reader', reports('form')),
  route('POST', '/c/:comment/report', reportOthers, reports('create')),
  route('GET', '/:language/rules/illegal-content', 'visitor', illegalContent('form')),
  route('POST', '/:language/rules/illegal-content', 'visitor', illegalContent('create')),
  route('GET', '/:language/rules/illegal-content/:token', 'whoever holds the link', illegalContent('show')),
  route('GET', '/desk/notices', answerNotices, deskNotices('list')),
  route('POST', '/desk/notices/:report', answerNotices, deskNotices('create')),
]
