import { paths } from '../../addresses/paths.ts'
import {
  askForLink,
  LINK_LIFE_MS,
  openLink,
  type Provider,
  type ShownWords,
  type SignInContext,
  signInByCode,
  signInByLink,
} from '../../domain/people/index.ts'
import { MINUTE_MS } from '../../kit/clock.ts'
import { page, seeOther } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { browserCookieOf, setBrowserCookie } from '../http/browser-cookie.ts'
import { deviceCookieOf } from '../http/device-cookie.ts'
import { text } from '../http/shapes.ts'
import { freshKey, requestOf } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import { visitOf } from '../http/visit.ts'
import type { Wrong } from '../http/wrong.ts'
import { welcome } from './after-sign-in.ts'
import { linkCodePage, linkPage, mailSentPage } from './sign-in-link-page.ts'

export interface Given {
  signInContext: SignInContext
  /** By whose accounts one can come in as well. */
  providers: readonly Provider[]
}

interface Wish {
  mail: string
  next: string | undefined
  /** The name wished for, and what they agree to, at sign-up. */
  name?: string
  shown?: ShownWords
}

/** Has a link sent to an address, and says the same whatever the address. */
export async function sendLink(
  ask: Ask,
  { signInContext }: Given,
  { mail, next, name, shown }: Wish,
): Promise<Response> {
  const language = await ask.language()
  const wish = {
    mail,
    name,
    next,
    shown,
    language,
    browser: setBrowserCookie(ask),
    client: ask.client(),
    deviceCookie: deviceCookieOf(ask),
    linkTo: (token: string) => ask.origin + paths.signInLink(language, token),
    sent: paths.signInSent(language),
  }
  const request = requestOf(ask, 0, [wish.browser, mail, name ?? ''])
  const { location } = await askForLink(signInContext, wish, request)
  return seeOther(location)
}

/** "Look in your mail", with room for the code that another browser shows. */
export const sent = taking({}, (ask) => sentPage(ask))

export const byCode = taking(
  { form: { code: text } },
  async (ask, { code }, { signInContext }: Given) =>
    welcome(
      ask,
      signInContext,
      await signInByCode(signInContext, code, browserCookieOf(ask), ask.client(), visitOf(ask, signInContext)),
    ),
  (ask, _typed, _given, wrong) => sentPage(ask, wrong),
)

const TOKEN = { token: text }

/** What a link opens. It changes nothing: there is a button, or in another browser a code. */
export const link = taking({ query: TOKEN }, async (ask, { token }, { signInContext }: Given) => {
  signInContext.accounts.prepare()
  const [frame, say] = [await ask.frame(), await ask.say()]
  const elsewhere = await openLink(signInContext, token, browserCookieOf(ask))
  if (elsewhere) return page(linkCodePage(frame, elsewhere.code, say))
  const sending = { action: paths.signInLink(frame.language), key: freshKey(), hidden: { token } }
  return page(linkPage(frame, sending, say))
})

export const byLink = taking({ form: TOKEN }, async (ask, { token }, { signInContext }: Given) =>
  welcome(
    ask,
    signInContext,
    await signInByLink(signInContext, token, browserCookieOf(ask), visitOf(ask, signInContext)),
  ),
)

async function sentPage(ask: Ask, wrong?: Wrong): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const shown = {
    sending: { action: paths.signInCode(frame.language), key: freshKey() },
    minutes: LINK_LIFE_MS / MINUTE_MS,
    error: wrong?.sentence ?? null,
  }
  return page(mailSentPage(frame, shown, say), wrong?.status)
}
