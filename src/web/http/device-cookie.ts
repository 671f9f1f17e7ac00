import { generateCookie, getCookie } from 'hono/cookie'
import { cookieName, deviceCookie, type SignedIn } from '../../domain/people/index.ts'
import { DAY_MS, SECOND_MS } from '../../kit/clock.ts'
import { secret as fresh } from '../../kit/hash.ts'
import type { Ask } from './ask.ts'

const LIFE_SECONDS = (180 * DAY_MS) / SECOND_MS

/** What a browser kept when somebody last came in by it. */
export function deviceCookieOf({ origin, c }: Ask): string | undefined {
  return getCookie(c, nameAt(origin))
}

/** Lets a browser be known again for this account when it tries to sign in. */
export function setDeviceCookie(ask: Ask, secret: string, { mail }: Pick<SignedIn, 'mail'>): void {
  const known = deviceCookieOf(ask)?.split('.')[0]
  const value = deviceCookie(secret, known && /^[\w-]{32}$/.test(known) ? known : fresh(), mail)
  const secure = ask.origin.startsWith('https:')
  const attributes = { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: LIFE_SECONDS } as const
  ask.cookies.push(generateCookie(nameAt(ask.origin), value, attributes))
}

function nameAt(origin: string) {
  return cookieName(origin, 'parley-device')
}
