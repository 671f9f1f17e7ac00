import { isLoopback } from '../../kit/loopback.ts'
import { memoized } from '../../kit/memoize.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Ask } from './ask.ts'

/** As many addresses are told to the operator, each once. */
const MOST_NAMED = 20
const MOST_ORIGINS = 20

/** Lets a change pass that comes from a page of this site, and throws Trouble for any other. */
export type SameSite = (ask: Pick<Ask, 'header'>) => void

/**
 * A change must come from a page of this site. Source: OWASP ASVS 5.0, 3.5.1; Fetch Metadata. Where a browser vouches that it
 * does, but under an address that is not ours, the setting is wrong and not the reader: the answer names it, and so does the log.
 */
export function createSameSite(ownOrigin: string, tell: (line: string) => void): SameSite {
  const named = new Set<string>()
  const isHere = memoized(MOST_ORIGINS, (origin: string) => isOurs(origin, ownOrigin))

  return ({ header }) => {
    const site = header('sec-fetch-site')
    const origin = header('origin')
    const comesFromHere = site === undefined || site === 'same-origin'
    if (origin === undefined ? site === 'same-origin' : comesFromHere && isHere(origin)) return
    const from = URL.parse(origin ?? '')
    const address = from && (site === 'same-origin' || (!site && isSamePlace(from, header('host')))) && from.origin
    if (!address || address === 'null') throw new Trouble('forbidden', 'form.foreign-origin')
    if (!named.has(address) && named.size < MOST_NAMED) {
      named.add(address)
      tell(
        `A form was sent from ${address} and refused, because this publication is known as ${ownOrigin}. If readers reach it under ${address}, set PARLEY_URL to that.`,
      )
    }
    throw new Trouble('forbidden', 'form.other-address', { address, own: ownOrigin, setting: 'PARLEY_URL' })
  }
}

/**
 * Without encryption browsers say nothing of where a page stands, but to this machine itself: then its address is that which
 * is asked, or a proxy has put ours in its place. Source: Fetch Metadata, section 2, potentially trustworthy addresses.
 */
function isSamePlace({ protocol, host }: URL, asked: string | undefined): boolean {
  const named = URL.parse(`http://${asked}`)
  return protocol === 'http:' && named !== null && (named.host === host || isLoopback(named.hostname))
}

/** The names of this machine are one. */
function isOurs(origin: string, ownOrigin: string): boolean {
  if (origin === ownOrigin) return true
  const [their, own] = [URL.parse(origin), new URL(ownOrigin)]
  const isHere = their && isLoopback(their.hostname) && isLoopback(own.hostname)
  return isHere === true && their.port === own.port && their.protocol === own.protocol
}
