import { type Route, route } from '../http/route.ts'
import * as firstAdministrator from './first-administrator.ts'
import * as signIn from './sign-in.ts'
import * as signOut from './sign-out.ts'
import * as signUp from './sign-up.ts'

export const routes: readonly Route[] = [
  route('POST', '/sign-out', signOut.here),
  route('POST', '/sign-out/everywhere', signOut.everywhere),
  route('GET', '/first-administrator', firstAdministrator.form),
  route('POST', '/first-administrator', firstAdministrator.create),
  route('GET', '/:language/sign-in', signIn.form),
  route('POST', '/:language/sign-in', signIn.byPassword),
  route('POST', '/:language/sign-in/letter', signIn.byLetter),
  route('GET', '/:language/sign-in/sent', signIn.sent),
  route('POST', '/:language/sign-in/code', signIn.byCode),
  route('GET', '/:language/sign-in/link', signIn.link),
  route('POST', '/:language/sign-in/link', signIn.byLink),
  route('GET', '/:language/sign-up', signUp.form),
  route('POST', '/:language/sign-up', signUp.create),
]
