import { paths } from '../../addresses/paths.ts'
import { setPassword } from '../../domain/people/index.ts'
import { seeOther } from '../http/answers.ts'
import { text } from '../http/shapes.ts'
import { taking } from '../http/taking.ts'
import { type Given, securityShown } from './security.ts'

/** Sets a password, or another one. */
export const create = taking(
  {
    form: { current: text, password: text },
    about: { 'password.wrong': 'current', limit: 'password', 'password-weak': 'password' },
  },
  async (ask, typed, { signInContext }: Given) => {
    const renewed = await setPassword(signInContext, ask.header('cookie') ?? '', { ...typed, client: ask.client() })
    ask.cookies.push(...renewed)
    return seeOther(`${paths.security(await ask.language())}?done=password`)
  },
  (ask, _, given: Given, wrong) => securityShown(ask, given, { wrong }),
)
