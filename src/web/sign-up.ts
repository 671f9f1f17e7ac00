import { Trouble } from '../kit/trouble.ts'
import { page } from './answers.ts'
import { nextOf } from './arrivals.ts'
import type { Ask, Handler } from './ask.ts'
import { mark } from './browser-mark.ts'
import { byField } from './field-errors.ts'
import { signUpPage } from './pages/sign-up.ts'
import { paths } from './paths.ts'
import { freshKey } from './sending.ts'
import { sendLink } from './sign-in.ts'
import { STATUS, wantsJson } from './troubles.ts'

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
  mark(ask)
  const [frame, say] = [await ask.frame(), await ask.say()]
  const shown = {
    sending: { action: paths.signUp(frame.language), key: freshKey(), next: nextOf(ask) },
    typed: { name: ask.form.get('name') ?? '', mail: ask.form.get('mail') ?? '' },
    ...byField(trouble, say),
  }
  return page(signUpPage(frame, shown, say), trouble ? STATUS[trouble.kind] : 200)
}
