import { paths } from '../../addresses/paths.ts'
import { page } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { setBrowserCookie } from '../http/browser-cookie.ts'
import { joiningWords } from '../http/joining-words.ts'
import { ownPath } from '../http/own-path.ts'
import { nextPath, text } from '../http/shapes.ts'
import { freshKey } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import type { Wrong } from '../http/wrong.ts'
import { type Given, sendLink } from './sign-in-link.ts'
import { signUpPage } from './sign-up-page.ts'

export const form = taking({ query: { next: nextPath } }, (ask, { next }) =>
  formPage(ask, { name: '', mail: '', next }),
)

/** Always ends at "look in your mail"; the name is given when the address is proven. */
export const create = taking(
  { form: { name: text, mail: text, next: nextPath } },
  async (ask, wish, given: Given) => sendLink(ask, given, { ...wish, shown: await joiningWords(ask) }),
  (ask, { name, mail, next }, _, wrong) => formPage(ask, { name, mail, next: ownPath(next) }, wrong),
)

interface Typed {
  name: string
  mail: string
  next: string | undefined
}

async function formPage(ask: Ask, { next, ...typed }: Typed, wrong?: Wrong): Promise<Response> {
  setBrowserCookie(ask)
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { errors = {}, error = null } = wrong ?? {}
  const sending = { action: paths.signUp(frame.language), key: freshKey(), next }
  return page(signUpPage(frame, { sending, typed, errors, error }, say), wrong?.status)
}
