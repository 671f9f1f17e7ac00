import { handleCases, sanctionPeople, setAdmission } from '../../../domain/moderation/index.ts'
import { type Route, route } from '../../http/route.ts'
import * as bringingUp from './bringing-up.ts'
import * as bulk from './bulk.ts'
import * as moderationCase from './case.ts'
import * as claims from './claims.ts'
import * as decision from './decision.ts'
import * as decisions from './decisions.ts'
import * as front from './front.ts'
import * as notes from './notes.ts'
import * as person from './person.ts'
import * as queue from './queue.ts'
import * as reasons from './reasons.ts'

export const routes: readonly Route<unknown>[] = [
  route('GET', '/desk/moderation', handleCases, front.show),
  route('GET', '/desk/cases', handleCases, queue.show),
  route('POST', '/c/:comment/case', handleCases, bringingUp.create),
  route('GET', '/desk/cases/:case', handleCases, moderationCase.show),
  route('POST', '/desk/cases/:case/claim', handleCases, claims.create),
  route('POST', '/desk/cases/:case/notes', handleCases, notes.create),
  route('POST', '/desk/cases/:case/decisions', handleCases, decisions.create),
  route('GET', '/desk/moderation/people/:person', handleCases, person.show),
  route('POST', '/desk/moderation/people/:person/decisions', sanctionPeople, person.create),
  route('GET', '/desk/reasons', setAdmission, reasons.show),
  route('POST', '/desk/reasons', setAdmission, reasons.create),
  route('POST', '/desk/reasons/:reason/end', setAdmission, reasons.end),
  route('GET', '/desk/bulk', handleCases, bulk.show),
  route('POST', '/desk/bulk', handleCases, bulk.create),
  route('GET', '/desk/decisions/:decision', handleCases, decision.show),
  route('POST', '/desk/decisions/:decision/undoing', handleCases, decision.undoing),
]
