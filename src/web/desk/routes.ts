import { giveRoles, readAudit, seeDesk, seePeople } from '../../domain/people/index.ts'
import { type Route, route } from '../http/route.ts'
import * as audit from './audit/audit.ts'
import * as desk from './desk.ts'
import * as invitations from './invitations/invitations.ts'
import * as withdrawal from './invitations/withdrawal.ts'
import * as people from './people/people.ts'
import * as person from './people/person.ts'
import * as roles from './people/roles.ts'
import * as rights from './rights/rights.ts'

export type GivenToDesk = invitations.Given

export const routes: readonly Route<GivenToDesk>[] = [
  route('GET', '/desk', seeDesk, desk.show),
  route('GET', '/desk/rights', seeDesk, rights.show),
  route('GET', '/desk/audit', readAudit, audit.show),
  route('GET', '/desk/people', seePeople, people.show),
  route('GET', '/desk/people/:person', seePeople, person.show),
  route('POST', '/desk/people/:person/roles', giveRoles, roles.create),
  route('GET', '/desk/invitations', giveRoles, invitations.show),
  route('POST', '/desk/invitations', giveRoles, invitations.create),
  route('POST', '/desk/invitations/:invitation/withdrawal', giveRoles, withdrawal.create),
]
