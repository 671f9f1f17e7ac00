import { paths } from '../../addresses/paths.ts'
import {
  askForLink,
  LINK_LIFE_MS,
  openLink,
  signInByCode,
  signInByLink,
  signInByPassword,
} from '../../domain/people/index.ts'
import { MINUTE_MS } from '../../kit/clock.ts'
import { Trouble } from '../../kit/trouble.ts'
import { page, seeOther } from '../http/answers.ts'
import type { Ask, Handler } from '../http/ask.ts'
import { browserCookieOf, setBrowserCookie } from '../http/browser-cookie.ts'
import { clientOf } from '../http/client-of.ts'
import { nextOf } from '../http/next-path.ts'
import { freshKey, requestOf } from '../http/submit.ts'
import { STATUS, wantsJson } from '../http/troubles.ts'
import { welcome } from './after-sign-in.ts'
import { linkCodePage, linkPage, mailSentPage } from './sign-in-link-page.ts'
import { signInPage } from './sign-in-page.ts'

/** The way in; who is in already is led to their account, for the link in a shared page's head is the same for everyone. */
export const form: Handler = async (ask) => {
  if (await ask.web.accounts.signedIn(ask.header('cookie'))) return toAccount(ask)
  return formPage(ask)
}

/** Whoever has yet to choose a name goes on from there. */
async function toAccount(ask: Ask) {
  const next = (await ask.asker()) ? undefined : nextOf(ask)
  return seeOther(paths.account(await ask.language()) + (next ? `?${new URLSearchParams({ next })}` : ''))
}

export const byPassword: Handler = (ask) =>
  orForm(ask, formPage, async () => {
    const typed = { mail: ask.form.get('mail') ?? '', password: ask.form.get('password') ?? '', client: clientOf(ask) }
    const arrival = await signInByPassword(ask.web.signInContext, typed)
    return welcome(ask, { ...arrival, next: nextOf(ask) ?? null })
  })

/** Sends a link instead, and says the same whatever the address. */
export const byLetter: Handler = (ask) => orForm(ask, formPage, () => sendLink(ask))

/** Has a link sent to the address in the form; with the name wished for, at sign-up. */
export async function sendLink(ask: Ask, name?: string): Promise<Response> {
  const { web } = ask
  const language = await ask.language()
  const wish = {
    mail: ask.form.get('mail') ?? '',
    name,
    next: nextOf(ask),
    language,
    browser: setBrowserCookie(ask),
    client: clientOf(ask),
    linkTo: (token: string) => web.origin + paths.signInLink(language, token),
    sent: paths.signInSent(language),
  }
  const { location } = await askForLink(
    web.signInContext,
    wish,
    requestOf(ask, 0, [wish.browser, wish.mail, name ?? '']),
  )
  return seeOther(location)
}

/** "Look in your mail", with room for the code that another browser shows. */
export const sent: Handler = (ask) => sentPage(ask)

export const byCode: Handler = (ask) =>
  orForm(ask, sentPage, async () => {
    const arrival = await signInByCode(
      ask.web.signInContext,
      ask.form.get('code') ?? '',
      browserCookieOf(ask),
      clientOf(ask),
    )
    return welcome(ask, arrival)
  })

/** What a link opens. It changes nothing: there is a button, or in another browser a code. */
export const link: Handler = async (ask) => {
  const token = ask.query('token') ?? ''
  const [frame, say] = [await ask.frame(), await ask.say()]
  const elsewhere = await openLink(ask.web.signInContext, token, browserCookieOf(ask))
  if (elsewhere) return page(linkCodePage(frame, elsewhere.code, say))
  const sending = { action: paths.signInLink(frame.language), key: freshKey(), hidden: { token } }
  return page(linkPage(frame, sending, say))
}

export const byLink: Handler = async (ask) => {
  return welcome(ask, await signInByLink(ask.web.signInContext, ask.form.get('token') ?? '', browserCookieOf(ask)))
}

async function orForm(
  ask: Ask,
  again: (ask: Ask, trouble: Trouble) => Promise<Response>,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Trouble) || wantsJson(ask)) throw error
    return again(ask, error)
  }
}

/** @NOTE the mark is given with the form already, so that a double click comes from one browser. */
async function formPage(ask: Ask, trouble?: Trouble): Promise<Response> {
  setBrowserCookie(ask)
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { language } = frame
  const shown = {
    sending: { action: paths.signIn(language), key: freshKey(), next: nextOf(ask) },
    linkAction: paths.signInLetter(language),
    mail: ask.form.get('mail') ?? '',
    error: trouble ? say(trouble.key, trouble.args) : null,
  }
  return page(signInPage(frame, shown, say), trouble ? STATUS[trouble.kind] : 200)
}

async function sentPage(ask: Ask, trouble?: Trouble): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const shown = {
    sending: { action: paths.signInCode(frame.language), key: freshKey() },
    minutes: LINK_LIFE_MS / MINUTE_MS,
    error: trouble ? say(trouble.key, trouble.args) : null,
  }
  return page(mailSentPage(frame, shown, say), trouble ? STATUS[trouble.kind] : 200)
}
