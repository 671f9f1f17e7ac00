import { type Route, route } from '../http/route.ts'
import * as password from './password.ts'
import * as recoveryCodes from './recovery-codes.ts'
import * as secondFactor from './second-factor.ts'
import * as secondFactorKeeping from './second-factor-keeping.ts'
import * as secondFactorRemoval from './second-factor-removal.ts'
import * as security from './security.ts'

export type GivenToAccountSecurity = security.Given

export const routes: readonly Route<GivenToAccountSecurity>[] = [
  route('GET', '/:language/account/security', 'reader', security.show),
  route('POST', '/:language/account/password', 'reader', password.create),
  route('GET', '/:language/account/second-factor', 'reader', secondFactor.show),
  route('POST', '/:language/account/second-factor', 'reader', secondFactor.create),
  route('POST', '/:language/account/second-factor/removal', 'reader', secondFactorRemoval.create),
  route('POST', '/:language/account/second-factor/keeping', 'reader', secondFactorKeeping.create),
  route('POST', '/:language/account/recovery-codes', 'reader', recoveryCodes.create),
]
