import { generateCookie, getCookie } from 'hono/cookie'
import { browserCookie, browserCookieFrom, cookieName, LINK_LIFE_MS } from '../../domain/people/index.ts'
import { SECOND_MS } from '../../kit/clock.ts'
import type { Ask } from './ask.ts'

/** What the browser that asked for a link was given to be known by. */
export function browserCookieOf({ origin, c }: Ask): string | undefined {
  return browserCookieFrom(getCookie(c, nameAt(origin)))
}

/** Marks the browser, or keeps the mark it has, for as long as a link lives. */
export function setBrowserCookie(ask: Ask): string {
  const known = browserCookieOf(ask) ?? browserCookie()
  ask.cookies.push(cookie(ask, known, LINK_LIFE_MS / SECOND_MS))
  return known
}

export function clearBrowserCookie(ask: Ask): void {
  ask.cookies.push(cookie(ask, '', 0))
}

function cookie({ origin }: Ask, value: string, maxAge: number) {
  const secure = origin.startsWith('https:')
  return generateCookie(nameAt(origin), value, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge })
}

function nameAt(origin: string) {
  return cookieName(origin, 'parley-asked')
}
