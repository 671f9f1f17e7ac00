import { z } from 'zod'
import { Trouble } from '../../kit/trouble.ts'

declare const brand: unique symbol

/** One address as it is written into a letter and compared with others: small letters, ASCII, no display name. */
export type MailAddress = string & { readonly [brand]: 'mail address' }

/** Source: RFC 5321, section 4.5.3.1. */
const LONGEST = 254
const LONGEST_BEFORE_AT = 64

/** Throws Trouble for anything that is not one plain address. */
export function mailAddressFrom(text: string): MailAddress {
  const address = text.trim().toLowerCase()
  const fits = address.length <= LONGEST && address.indexOf('@') <= LONGEST_BEFORE_AT
  if (!fits || !z.email().safeParse(address).success) throw new Trouble('invalid', 'mail.not-an-address')
  return address as MailAddress
}
