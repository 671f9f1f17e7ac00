import { lazily, type Route, route } from '../http/route.ts'
import type { Given as GivenToSecurity } from './security.ts'

export type GivenToAccountSecurity = GivenToSecurity

const mail = lazily(() => import('./mail.ts'))
const passkeys = lazily(() => import('./passkeys.ts'))
const password = lazily(() => import('./password.ts'))
const passwordAdvice = lazily(() => import('./password-advice.ts'))
const providerRemoval = lazily(() => import('./provider-removal.ts'))
const recoveryCodes = lazily(() => import('./recovery-codes.ts'))
const secondFactor = lazily(() => import('./second-factor.ts'))
const secondFactorKeeping = lazily(() => import('./second-factor-keeping.ts'))
const secondFactorRemoval = lazily(() => import('./second-factor-removal.ts'))
const security = lazily(() => import('./security.ts'))
const sessionEnding = lazily(() => import('./session-ending.ts'))

export const routes: readonly Route<GivenToAccountSecurity>[] = [
  route('GET', '/:language/account/security', 'reader', security('show')),
  route('POST', '/:language/account/password', 'reader', password('create'), { suspended: 'may' }),
  route('POST', '/:language/account/password/advice', 'reader', passwordAdvice('create'), { suspended: 'may' }),
  route('POST', '/:language/account/mail', 'reader', mail('create')),
  route('GET', '/:language/account/mail/proof', 'reader', mail('proofForm')),
  route('POST', '/:language/account/mail/proof', 'reader', mail('proof')),
  route('GET', '/:language/account/mail/undo', 'whoever holds the link', mail('undoForm')),
  route('POST', '/:language/account/mail/undo', 'whoever holds the link', mail('undo')),
  route('GET', '/:language/account/second-factor', 'reader', secondFactor('show')),
  route('POST', '/:language/account/second-factor', 'reader', secondFactor('create'), { suspended: 'may' }),
  route('POST', '/:language/account/second-factor/removal', 'reader', secondFactorRemoval('create'), {
    suspended: 'may',
  }),
  route('POST', '/:language/account/second-factor/keeping', 'reader', secondFactorKeeping('create'), {
    suspended: 'may',
  }),
  route('POST', '/:language/account/passkeys/options', 'reader', passkeys('options'), { suspended: 'may' }),
  route('POST', '/:language/account/passkeys', 'reader', passkeys('create'), { suspended: 'may' }),
  route('POST', '/:language/account/passkeys/removal', 'reader', passkeys('remove'), { suspended: 'may' }),
  route('POST', '/:language/account/session-ending', 'reader', sessionEnding('create'), { suspended: 'may' }),
  route('POST', '/:language/account/provider-removal', 'reader', providerRemoval('create'), { suspended: 'may' }),
  route('POST', '/:language/account/recovery-codes', 'reader', recoveryCodes('create'), { suspended: 'may' }),
]
