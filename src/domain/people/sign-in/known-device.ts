import { isSealed, sealOf } from '../../../kit/hash.ts'
import type { MailAddress } from './mail-address.ts'

/** What a browser keeps by which it is known as one from which an account's owner has come in; without the secret nobody can make it. */
export function deviceCookie(secret: string, device: string, mail: MailAddress): string {
  return `${device}.${sealOf(secret, `device ${device} ${mail}`)}`
}

/** By what such a browser is counted for this address; undefined for any other. */
export function deviceIn(secret: string, cookie: string | undefined, mail: MailAddress): string | undefined {
  const device = cookie?.split('.')[0]
  return device && isSealed(cookie!, deviceCookie(secret, device, mail)) ? device : undefined
}
