import { generateCookie, getCookie } from 'hono/cookie'
import { paths } from '../../addresses/paths.ts'
import { type AfterSignIn, comeBack, cookieName, goTo, isAgreed, type Provider } from '../../domain/people/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import { seeOther } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { flag, nextPath, text } from '../http/shapes.ts'
import { taking } from '../http/taking.ts'
import { visitOf } from '../http/visit.ts'
import { welcome } from './after-sign-in.ts'
import type { Given as GivenToLink } from './sign-in-link.ts'
import { type Given as GivenToPicture, showSitePicture } from './site-picture.ts'

export type Given = GivenToLink & GivenToPicture

const LIFE_SECONDS = 600
const PLACE = { params: { provider: text } }

/** Sends a reader to a provider. It changes nothing here: what comes of it is decided when they come back. */
export const go = taking(
  { ...PLACE, query: { next: nextPath, connect: flag } },
  async (ask, { provider: id, next = null, connect }, { providers, signInContext }: Given) => {
    const provider = providerNamed(providers, id)
    signInContext.accounts.prepare()
    const redirect = ask.origin + paths.providerBack(id)
    const { address, sealed } = await goTo(signInContext, provider, {
      redirect,
      next,
      cookies: ask.header('cookie'),
      connect,
    })
    ask.cookies.push(cookie(ask, sealed, LIFE_SECONDS))
    return seeOther(address)
  },
)

/** Takes them back. */
export const back = taking(PLACE, async (ask, { provider: id }, given: Given) => {
  const { providers, signInContext } = given
  const provider = providerNamed(providers, id)
  const { pathname, search } = new URL(ask.c.req.url)
  const language = await ask.language()
  const came = await comeBack(signInContext, provider, {
    sealed: getCookie(ask.c, nameAt(ask)),
    here: new URL(pathname + search, ask.origin),
    cookies: ask.header('cookie'),
    visit: visitOf(ask, signInContext),
    links: { language, undo: (token) => ask.origin + paths.mailUndo(language, token) },
  })
  ask.cookies.push(cookie(ask, '', 0))
  if ('connected' in came) return seeOther(`${paths.security(language)}?done=connected#providers`)
  if (came.picture) await showSitePicture(ask, given, came.picture)
  return welcome(ask, signInContext, { ...came.entered, next: await onward(ask, came.entered) })
})

/** Where somebody is led, by way of the words on which one takes part, where they have not been shown any. */
async function onward(ask: Ask, { person, next }: AfterSignIn): Promise<string | null> {
  if (!person || (await isAgreed(ask.store, person.id, 'sign-up'))) return next
  return paths.joining(await ask.language(), next ?? undefined)
}

function providerNamed(providers: readonly Provider[], id: string): Provider {
  const provider = providers.find((one) => one.id === id)
  if (!provider) throw new Trouble('missing', 'page.missing')
  return provider
}

/** @NOTE not `Strict`: the way back leads from the provider's site to ours. */
function cookie(ask: Ask, value: string, maxAge: number) {
  const secure = ask.origin.startsWith('https:')
  return generateCookie(nameAt(ask), value, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge })
}

function nameAt({ origin }: Ask) {
  return cookieName(origin, 'parley-away')
}
