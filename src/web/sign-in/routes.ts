import { lazily, type Route, route } from '../http/route.ts'
import type { Given as GivenToFirstAdministrator } from './first-administrator.ts'
import type { Given as GivenToProvider } from './provider.ts'
import type { Given as GivenToSignInLink } from './sign-in-link.ts'
import type { Given as GivenToSignOut } from './sign-out.ts'
import type { GivenProof as GivenToSignUpProof } from './sign-up.ts'

export type GivenToSignIn = GivenToFirstAdministrator &
  GivenToSignInLink &
  GivenToProvider &
  GivenToSignOut &
  GivenToSignUpProof

const firstAdministrator = lazily(() => import('./first-administrator.ts'))
const joining = lazily(() => import('./joining.ts'))
const passkey = lazily(() => import('./passkey.ts'))
const provider = lazily(() => import('./provider.ts'))
const secondStep = lazily(() => import('./second-step.ts'))
const signIn = lazily(() => import('./sign-in.ts'))
const signInLink = lazily(() => import('./sign-in-link.ts'))
const signOut = lazily(() => import('./sign-out.ts'))
const signUp = lazily(() => import('./sign-up.ts'))

export const routes: readonly Route<GivenToSignIn>[] = [
  route('POST', '/sign-out', 'visitor', signOut('here')),
  route('POST', '/sign-out/everywhere', 'visitor', signOut('everywhere')),
  route('GET', '/first-administrator', 'whoever holds the link', firstAdministrator('form')),
  route('POST', '/first-administrator', 'whoever holds the link', firstAdministrator('create')),
  route('GET', '/:language/sign-in', 'visitor', signIn('form')),
  route('POST', '/:language/sign-in', 'visitor', signIn('byPassword')),
  route('POST', '/:language/sign-in/letter', 'visitor', signIn('byLetter')),
  route('GET', '/:language/sign-in/sent', 'visitor', signInLink('sent')),
  route('POST', '/:language/sign-in/code', 'visitor', signInLink('byCode')),
  route('GET', '/:language/sign-in/link', 'whoever holds the link', signInLink('link')),
  route('POST', '/:language/sign-in/link', 'whoever holds the link', signInLink('byLink')),
  route('GET', '/:language/sign-in/with/:provider', 'visitor', provider('go')),
  route('GET', '/sign-in/with/:provider/back', 'visitor', provider('back')),
  route('POST', '/:language/sign-in/passkey/options', 'visitor', passkey('options')),
  route('POST', '/:language/sign-in/passkey', 'visitor', passkey('create')),
  route('GET', '/:language/sign-in/second', 'visitor', secondStep('form')),
  route('POST', '/:language/sign-in/second', 'visitor', secondStep('create')),
  route('GET', '/:language/sign-in/second/lost', 'visitor', secondStep('lost')),
  route('POST', '/:language/sign-in/second/lost', 'visitor', secondStep('giveUp')),
  route('GET', '/:language/sign-in/second/stop', 'whoever holds the link', secondStep('stopForm')),
  route('POST', '/:language/sign-in/second/stop', 'whoever holds the link', secondStep('stop')),
  route('GET', '/:language/account/joining', 'reader', joining('show')),
  route('POST', '/:language/account/joining', 'reader', joining('create'), { suspended: 'may' }),
  route('GET', '/:language/sign-up', 'visitor', signUp('form')),
  route('POST', '/:language/sign-up', 'visitor', signUp('create')),
]
