import { paths } from '../../addresses/paths.ts'
import {
  type Accounts,
  type AfterSignIn,
  erasureRequestOf,
  preferencesOf,
  type SignInContext,
} from '../../domain/people/index.ts'
import { seeOther } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { clearBrowserCookie } from '../http/browser-cookie.ts'
import { setDeviceCookie } from '../http/device-cookie.ts'
import { setLook } from '../http/look-cookie.ts'

/** Signs the browser in and leads on; one without a name is led to choose it first. */
export async function welcome(
  ask: Ask,
  { accounts, secret }: Pick<SignInContext, 'accounts' | 'secret'>,
  { person, wished, next, cookies, isHalfway }: AfterSignIn,
): Promise<Response> {
  clearBrowserCookie(ask)
  await enter(ask, accounts, cookies)
  const language = await ask.language()
  if (isHalfway) return seeOther(paths.signInSecond(language, next ?? undefined))
  const signedIn = await accounts.signedIn(cookies.map((line) => line.split(';')[0]).join('; '))
  if (signedIn) setDeviceCookie(ask, secret, signedIn)
  const look = person && (await preferencesOf(ask.store, person.id))
  if (look) setLook(ask, look)
  if (person && (await erasureRequestOf(ask.store, person.id))) return seeOther(paths.accountErasure(language))
  if (person) return seeOther(next ?? paths.front(language))
  const carried = new URLSearchParams({ ...(wished !== null && { name: wished }), ...(next !== null && { next }) })
  return seeOther(`${paths.account(language)}?${carried}`)
}

/** Gives a browser its new session, and ends the one that it had. */
export async function enter(ask: Ask, accounts: Accounts, cookies: readonly string[]): Promise<void> {
  const former = ask.header('cookie')
  if (former && (await accounts.signedIn(former))) await accounts.leave(former)
  ask.cookies.push(...cookies)
}
