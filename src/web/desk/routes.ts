import { giveRoles, readAudit, seeDesk, seePeople } from '../../domain/people/index.ts'
import { type Route, route } from '../http/route.ts'
import * as audit from './audit/audit.ts'
import * as desk from './desk.ts'
import * as people from './people/people.ts'
import * as person from './people/person.ts'
import * as roles from './people/roles.ts'
import * as rights from './rights/rights.ts'

export const routes: readonly Route<unknown>[] = [
  route('GET', '/desk', seeDesk, desk.show),
  route('GET', '/desk/rights', seeDesk, rights.show),
  route('GET', '/desk/audit', readAudit, audit.show),
  route('GET', '/desk/people', seePeople, people.show),
  route('GET', '/desk/people/:person', seePeople, person.show),
  route('POST', '/desk/people/:person/roles', giveRoles, roles.create),
]
