import { paths } from '../../addresses/paths.ts'
import { Trouble } from '../../kit/trouble.ts'
import { page } from '../http/answers.ts'
import type { Ask, Handler } from '../http/ask.ts'
import { setBrowserCookie } from '../http/browser-cookie.ts'
import { byField } from '../http/field-errors.ts'
import { nextOf } from '../http/next-path.ts'
import { freshKey } from '../http/submit.ts'
import { STATUS, wantsJson } from '../http/troubles.ts'
import { sendLink } from './sign-in.ts'
import { signUpPage } from './sign-up-page.ts'

export const form: Handler = (ask) => formPage(ask)

/** Always ends at "look in your mail"; the name is given when the address is proven. */
export const create: Handler = async (ask) => {
  try {
    return await sendLink(ask, ask.form.get('name') ?? '')
  } catch (error) {
    if (!(error instanceof Trouble) || wantsJson(ask)) throw error
    return formPage(ask, error)
  }
}

async function formPage(ask: Ask, trouble?: Trouble): Promise<Response> {
  setBrowserCookie(ask)
  const [frame, say] = [await ask.frame(), await ask.say()]
  const shown = {
    sending: { action: paths.signUp(frame.language), key: freshKey(), next: nextOf(ask) },
    typed: { name: ask.form.get('name') ?? '', mail: ask.form.get('mail') ?? '' },
    ...byField(trouble, say),
  }
  return page(signUpPage(frame, shown, say), trouble ? STATUS[trouble.kind] : 200)
}
