import { paths } from '../../addresses/paths.ts'
import { SHORTEST_PASSWORD } from '../../domain/people/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import { page, seeOther } from '../http/answers.ts'
import type { Ask, Handler } from '../http/ask.ts'
import { byField } from '../http/field-errors.ts'
import { freshKey } from '../http/submit.ts'
import { STATUS, wantsJson } from '../http/troubles.ts'
import { firstAdministratorPage } from './sign-up-page.ts'

/** What the link on the terminal opens, while there is no administrator. */
export const form: Handler = async (ask) => {
  const token = ask.query('token') ?? ''
  await ask.web.firstAdministrator.check(token)
  return formPage(ask, token)
}

export const create: Handler = async (ask) => {
  const token = ask.form.get('token') ?? ''
  const typed = { ...typedIn(ask), password: ask.form.get('password') ?? '' }
  try {
    const { cookies } = await ask.web.firstAdministrator.accept(token, typed)
    ask.cookies.push(...cookies)
    return seeOther(paths.account(await ask.language()))
  } catch (error) {
    if (!(error instanceof Trouble) || error.kind === 'gone' || wantsJson(ask)) throw error
    return formPage(ask, token, error)
  }
}

function typedIn({ form }: Ask) {
  return { name: form.get('name') ?? '', mail: form.get('mail') ?? '' }
}

async function formPage(ask: Ask, token: string, trouble?: Trouble): Promise<Response> {
  const say = await ask.say()
  const shown = {
    sending: { action: paths.firstAdministrator, key: freshKey(), hidden: { token } },
    typed: typedIn(ask),
    shortest: SHORTEST_PASSWORD,
    ...byField(trouble, say),
  }
  return page(firstAdministratorPage(await ask.frame(), shown, say), trouble ? STATUS[trouble.kind] : 200)
}
