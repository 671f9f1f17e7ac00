import { keepPhrases, seePhrases } from '../../domain/moderation/index.ts'
import { giveRoles, handOver, readAudit, seeDesk, seePeople, takeSecondFactor } from '../../domain/people/index.ts'
import { type Route, route } from '../http/route.ts'
import * as audit from './audit/audit.ts'
import * as desk from './desk.ts'
import * as invitations from './invitations/invitations.ts'
import * as withdrawal from './invitations/withdrawal.ts'
import * as claim from './people/claim.ts'
import * as claimRefusal from './people/claim-refusal.ts'
import * as people from './people/people.ts'
import * as person from './people/person.ts'
import * as roles from './people/roles.ts'
import * as secondFactorRemoval from './people/second-factor-removal.ts'
import * as phrases from './phrases/phrases.ts'
import { type GivenToPictures, routes as pictures } from './pictures/routes.ts'
import * as rights from './rights/rights.ts'

export type GivenToDesk = GivenToPictures & invitations.Given & phrases.Given & claim.Given & secondFactorRemoval.Given

export const routes: readonly Route<GivenToDesk>[] = [
  route('GET', '/desk', seeDesk, desk.show),
  route('GET', '/desk/rights', seeDesk, rights.show),
  route('GET', '/desk/audit', readAudit, audit.show),
  ...pictures,
  route('GET', '/desk/people', seePeople, people.show),
  route('GET', '/desk/people/:person', seePeople, person.show),
  route('POST', '/desk/people/:person/roles', giveRoles, roles.create),
  route('GET', '/desk/people/:person/claim', handOver, claim.show),
  route('POST', '/desk/people/:person/claim', handOver, claim.create),
  route('POST', '/desk/people/:person/claim/refusal', handOver, claimRefusal.create),
  route('POST', '/desk/people/:person/second-factor-removal', takeSecondFactor, secondFactorRemoval.create),
  route('GET', '/desk/phrases', seePhrases, phrases.show),
  route('POST', '/desk/phrases', keepPhrases, phrases.create),
  route('GET', '/desk/phrases/list', seePhrases, phrases.download),
  route('POST', '/desk/phrases/trial', seePhrases, phrases.tryOut),
  route('POST', '/desk/phrases/:phrase/removal', keepPhrases, phrases.remove),
  route('GET', '/desk/invitations', giveRoles, invitations.show),
  route('POST', '/desk/invitations', giveRoles, invitations.create),
  route('POST', '/desk/invitations/:invitation/withdrawal', giveRoles, withdrawal.create),
]
