import { createHmac } from 'node:crypto'
import { isSealed, sha256 } from '../../../kit/hash.ts'

export interface Secrets {
  secret: string
  /** Opens what it signed and locked before the present one took its place. */
  formerSecret?: string | undefined
}

/** Has cookies count that the former secret signed, as if the present one had. */
export function signedAnew(cookies: string, { secret, formerSecret }: Secrets): string {
  if (formerSecret === undefined) return cookies
  return cookies.replace(PAIR, (pair, name: string, value: string) => {
    const [, text, signature] = SIGNED.exec(decoded(value)) ?? []
    if (text === undefined || !isSealed(signature!, signatureOf(text, formerSecret))) return pair
    return `${name}=${encodeURIComponent(`${text}.${signatureOf(text, secret)}`)}`
  })
}

/** The secrets as better-auth knows them, each by a number that it always has: what was locked says with which. */
export function numbered({ secret, formerSecret }: Secrets) {
  const all = formerSecret === undefined || formerSecret === secret ? [secret] : [secret, formerSecret]
  return all.map((value) => ({ version: numberOf(value), value }))
}

/** The beginning of whatever this secret has locked. Source: better-auth's symmetricEncrypt. */
export function lockedBy(secret: string): string {
  return `$ba$${numberOf(secret)}$`
}

const PAIR = /([^=;\s]+)=([^;]*)/g
/** Source: better-call's signCookieValue. */
const SIGNED = /^(.*)\.([A-Za-z0-9+/]{43}=)$/s

function signatureOf(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('base64')
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}

/** @NOTE 24 bits of a hash: enough to tell two secrets apart, too few to guess one by. */
function numberOf(secret: string): number {
  return Number.parseInt(sha256(`number of ${secret}`).slice(0, 6), 16)
}
