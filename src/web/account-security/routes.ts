import { type Route, route } from '../http/route.ts'
import * as mail from './mail.ts'
import * as passkeys from './passkeys.ts'
import * as password from './password.ts'
import * as passwordAdvice from './password-advice.ts'
import * as providerRemoval from './provider-removal.ts'
import * as recoveryCodes from './recovery-codes.ts'
import * as secondFactor from './second-factor.ts'
import * as secondFactorKeeping from './second-factor-keeping.ts'
import * as secondFactorRemoval from './second-factor-removal.ts'
import * as security from './security.ts'
import * as sessionEnding from './session-ending.ts'

export type GivenToAccountSecurity = security.Given

export const routes: readonly Route<GivenToAccountSecurity>[] = [
  route('GET', '/:language/account/security', 'reader', security.show),
  route('POST', '/:language/account/password', 'reader', password.create, { suspended: 'may' }),
  route('POST', '/:language/account/password/advice', 'reader', passwordAdvice.create, { suspended: 'may' }),
  route('POST', '/:language/account/mail', 'reader', mail.create),
  route('GET', '/:language/account/mail/proof', 'reader', mail.proofForm),
  route('POST', '/:language/account/mail/proof', 'reader', mail.proof),
  route('GET', '/:language/account/mail/undo', 'whoever holds the link', mail.undoForm),
  route('POST', '/:language/account/mail/undo', 'whoever holds the link', mail.undo),
  route('GET', '/:language/account/second-factor', 'reader', secondFactor.show),
  route('POST', '/:language/account/second-factor', 'reader', secondFactor.create, { suspended: 'may' }),
  route('POST', '/:language/account/second-factor/removal', 'reader', secondFactorRemoval.create, { suspended: 'may' }),
  route('POST', '/:language/account/second-factor/keeping', 'reader', secondFactorKeeping.create, { suspended: 'may' }),
  route('POST', '/:language/account/passkeys/options', 'reader', passkeys.options, { suspended: 'may' }),
  route('POST', '/:language/account/passkeys', 'reader', passkeys.create, { suspended: 'may' }),
  route('POST', '/:language/account/passkeys/removal', 'reader', passkeys.remove, { suspended: 'may' }),
  route('POST', '/:language/account/session-ending', 'reader', sessionEnding.create, { suspended: 'may' }),
  route('POST', '/:language/account/provider-removal', 'reader', providerRemoval.create, { suspended: 'may' }),
  route('POST', '/:language/account/recovery-codes', 'reader', recoveryCodes.create, { suspended: 'may' }),
]
