import { domainToASCII } from 'node:url'
import { z } from 'zod'
import { Trouble } from '../../../kit/trouble.ts'

declare const brand: unique symbol

/** One address as it is written into a letter and compared with others: small letters, ASCII, no display name. */
export type MailAddress = string & { readonly [brand]: 'mail address' }

/** Source: RFC 5321, section 4.5.3.1. */
const LONGEST = 254
const LONGEST_BEFORE_AT = 64

/** Source: RFC 1035, section 2.3.4; RFC 5890, section 2.3.2.1 for top-level domains that are not ASCII. */
const DOMAIN = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?:[a-z]{2,63}|xn--[a-z\d-]{0,58}[a-z\d])$/

/** Throws Trouble for anything that is not one plain address. A domain in letters of its own and as browsers send it (xn--) is one. */
export function mailAddressFrom(text: string): MailAddress {
  const [, person = '', domain = ''] = /^([^@]*)@([^@\s]*)$/.exec(text.trim().toLowerCase().normalize('NFC')) ?? []
  const address = `${person}@${domainToASCII(domain)}`
  const fits = person.length <= LONGEST_BEFORE_AT && address.length <= LONGEST
  if (!fits || !isPerson(person) || !DOMAIN.test(domainToASCII(domain)))
    throw new Trouble('invalid', 'mail.not-an-address')
  return address as MailAddress
}

function isPerson(text: string): boolean {
  return z.email().safeParse(`${text}@b.example`).success
}
