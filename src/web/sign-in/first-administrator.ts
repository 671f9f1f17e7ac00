import { paths } from '../../addresses/paths.ts'
import { type Accounts, type FirstAdministrator, SHORTEST_PASSWORD } from '../../domain/people/index.ts'
import { page, seeOther } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { text } from '../http/shapes.ts'
import { freshKey } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import type { Wrong } from '../http/wrong.ts'
import { enter } from './after-sign-in.ts'
import { firstAdministratorPage } from './sign-up-page.ts'

export interface Given {
  firstAdministrator: FirstAdministrator
  accounts: Accounts
}

/** What the link on the terminal opens, while there is no administrator. */
export const form = taking({ query: { token: text } }, async (ask, { token }, { firstAdministrator }: Given) => {
  await firstAdministrator.check(token)
  return formPage(ask, { token, name: '', mail: '' })
})

export const create = taking(
  { form: { token: text, name: text, mail: text, password: text }, about: { 'password-weak': 'password' } },
  async (ask, { token, ...typed }, { firstAdministrator, accounts }: Given) => {
    const { cookies } = await firstAdministrator.accept(token, typed)
    await enter(ask, accounts, cookies)
    return seeOther(paths.desk(await ask.language()))
  },
  async (ask, { token, name, mail }, _, wrong) => {
    if (wrong.trouble.kind === 'gone') throw wrong.trouble
    return formPage(ask, { token, name, mail }, wrong)
  },
)

async function formPage(ask: Ask, { token, ...typed }: Record<'token' | 'name' | 'mail', string>, wrong?: Wrong) {
  const { errors = {}, error = null } = wrong ?? {}
  const sending = { action: paths.firstAdministrator, key: freshKey(), hidden: { token } }
  const shown = { sending, typed, shortest: SHORTEST_PASSWORD, errors, error }
  return page(firstAdministratorPage(await ask.frame(), shown, await ask.say()), wrong?.status)
}
