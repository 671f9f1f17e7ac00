import { createHmac, randomBytes } from 'node:crypto'
import { MINUTE_MS } from '../../../kit/clock.ts'
import type { Id } from '../../../kit/ids.ts'
import type { Language } from '../../../kit/language.ts'

export type SignInRequestId = Id<'signInRequest'>

/** Source: OWASP ASVS 5.0, 6.5.5 and 6.6.3. */
export const LIFE_MS = 10 * MINUTE_MS
export const MOST_TRIES = 5
const CODE_DIGITS = 8

/** A one-time link that somebody asked for, by the hashes of its token, of the browser that asked, and of the address. */
export interface SignInRequest {
  id: SignInRequestId
  tokenHash: string
  /** Null when the operator's terminal asked, whose link is good in any browser. */
  browserHash: string | null
  /** The token, locked with what only the browser that asked knows. */
  sealedToken: string | null
  mailHash: string
  /** The name wished for at sign-up, looked at when the address is proven. */
  name: string | null
  /** The path to go on to. */
  next: string | null
  /** The words to which they agreed at sign-up, by their hash, and their language. */
  consentHash: string | null
  consentLanguage: Language | null
  tries: number
  createdAt: number
  usedAt: number | null
}

/** What a browser keeps to be known as the one that asked. */
export function browserCookie(): string {
  return randomBytes(32).toString('base64url')
}

export function browserCookieFrom(text: string | undefined): string | undefined {
  return text && /^[\w-]{43}$/.test(text) ? text : undefined
}

/** The digits that another browser shows for a link; without the secret nobody can tell them from the link's row. */
export function codeOf(token: string, secret: string): string {
  const digest = createHmac('sha256', secret).update(`code:${token}`).digest()
  return String(digest.readUIntBE(0, 6) % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, '0')
}

/** The digits of a typed code, whatever stands between them, Arabic and Persian ones too. */
export function digitsOf(typed: string): string {
  const western = typed.normalize('NFKC').replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (c) => String(c.charCodeAt(0) & 15))
  return western.replace(/[^0-9]/g, '')
}
