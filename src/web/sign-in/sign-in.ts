import { paths } from '../../addresses/paths.ts'
import { signInByPassword } from '../../domain/people/index.ts'
import { page, seeOther } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { setBrowserCookie } from '../http/browser-cookie.ts'
import { deviceCookieOf } from '../http/device-cookie.ts'
import { ownPath } from '../http/own-path.ts'
import { flag, nextPath, text } from '../http/shapes.ts'
import { freshKey } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import { visitOf } from '../http/visit.ts'
import type { Wrong } from '../http/wrong.ts'
import { welcome } from './after-sign-in.ts'
import { type Given, sendLink } from './sign-in-link.ts'
import { signInPage } from './sign-in-page.ts'

/** The way in; who is in already is led to their account, for the link in a shared page's head is the same for everyone. */
export const form = taking({ query: { next: nextPath, again: flag } }, async (ask, { next, again }, given: Given) => {
  const signedIn = await ask.signedIn()
  if (signedIn && !again) return toAccount(ask, next)
  return signInShown(ask, given, { mail: signedIn?.mail ?? '', next, isAgain: signedIn !== undefined })
})

/** Whoever has yet to choose a name goes on from there. */
async function toAccount(ask: Ask, next: string | undefined) {
  const further = !(await ask.asker()) && next
  return seeOther(paths.account(await ask.language()) + (further ? `?${new URLSearchParams({ next: further })}` : ''))
}

const FORM = { mail: text, password: text, next: nextPath }

export const byPassword = taking(
  { form: FORM },
  async (ask, { mail, password, next = null }, { signInContext }: Given) => {
    const signedIn = await signInByPassword(signInContext, {
      mail,
      password,
      client: ask.client(),
      deviceCookie: deviceCookieOf(ask),
      visit: visitOf(ask, signInContext),
    })
    return welcome(ask, signInContext, { ...signedIn, next })
  },
  (ask, { mail, next }, given: Given, wrong) => signInShown(ask, given, { mail, next: ownPath(next) }, wrong),
)

/** Sends a link instead, and says the same whatever the address. */
export const byLetter = taking(
  { form: FORM },
  (ask, { mail, next }, given: Given) => sendLink(ask, given, { mail, next }),
  (ask, { mail, next }, given: Given, wrong) => signInShown(ask, given, { mail, next: ownPath(next) }, wrong),
)

interface Typed {
  mail: string
  next: string | undefined
  isAgain?: boolean
}

/** @NOTE the mark is given with the form already, so that a double click comes from one browser. */
export async function signInShown(
  ask: Ask,
  { providers, signInContext }: Given,
  { mail, next, isAgain = false }: Typed,
  wrong?: Wrong,
): Promise<Response> {
  signInContext.accounts.prepare()
  setBrowserCookie(ask)
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { language } = frame
  const shown = {
    sending: { action: paths.signIn(language), key: freshKey(), next },
    linkAction: paths.signInLetter(language),
    passkey: {
      sending: { action: paths.signInPasskey(language), key: freshKey(), next },
      options: paths.signInPasskeyOptions(language),
    },
    mail,
    providers,
    isAgain,
    error: wrong?.sentence ?? null,
  }
  return page(signInPage(frame, shown, say), wrong?.status)
}
