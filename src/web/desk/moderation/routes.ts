import { handleCases, sanctionPeople, setAdmission } from '../../../domain/moderation/early.ts'
import { lazily, type Route, route } from '../../http/route.ts'

const bringingUp = lazily(() => import('./bringing-up.ts'))
const bulk = lazily(() => import('./bulk.ts'))
const moderationCase = lazily(() => import('./case.ts'))
const claims = lazily(() => import('./claims.ts'))
const decision = lazily(() => import('./decision.ts'))
const decisions = lazily(() => import('./decisions.ts'))
const front = lazily(() => import('./front.ts'))
const notes = lazily(() => import('./notes.ts'))
const person = lazily(() => import('./person.ts'))
const proposals = lazily(() => import('./proposals.ts'))
const queue = lazily(() => import('./queue.ts'))
const reasons = lazily(() => import('./reasons.ts'))

export const routes: readonly Route<unknown>[] = [
  route('GET', '/desk/moderation', handleCases, front('show')),
  route('GET', '/desk/cases', handleCases, queue('show')),
  route('POST', '/c/:comment/case', handleCases, bringingUp('create')),
  route('GET', '/desk/cases/:case', handleCases, moderationCase('show')),
  route('POST', '/desk/cases/:case/claim', handleCases, claims('create')),
  route('POST', '/desk/cases/:case/notes', handleCases, notes('create')),
  route('POST', '/desk/cases/:case/decisions', handleCases, decisions('create')),
  route('GET', '/desk/proposals/:proposal', handleCases, proposals('show')),
  route('POST', '/desk/proposals/:proposal/assent', handleCases, proposals('assenting')),
  route('POST', '/desk/proposals/:proposal/end', handleCases, proposals('end')),
  route('GET', '/desk/moderation/people/:person', handleCases, person('show')),
  route('POST', '/desk/moderation/people/:person/decisions', sanctionPeople, person('create')),
  route('GET', '/desk/reasons', setAdmission, reasons('show')),
  route('POST', '/desk/reasons', setAdmission, reasons('create')),
  route('POST', '/desk/reasons/:reason/end', setAdmission, reasons('end')),
  route('GET', '/desk/bulk', handleCases, bulk('show')),
  route('POST', '/desk/bulk', handleCases, bulk('create')),
  route('GET', '/desk/decisions/:decision', handleCases, decision('show')),
  route('POST', '/desk/decisions/:decision/undoing', handleCases, decision('undoing')),
]
