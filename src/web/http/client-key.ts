import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net'
import { memoized } from '../../kit/memoize.ts'

/** A network where nobody has fewer addresses than this of their own. Source: RFC 6177. */
const GROUPS_OF_A_CLIENT = 4

/** What counts as one client: an IPv4 address, or the /64 of an IPv6 address, behind the proxies that are trusted. */
export function clientKey(
  remote: string | undefined,
  forwarded: string | undefined,
  proxies: readonly string[],
): string {
  const trusted = listOf(proxies)
  const path = [...(forwarded ?? '').split(',').map((hop) => hop.trim()), remote ?? '']
  const hops = path.reverse().map(plain)
  const client = hops.find((hop, at) => !isTrusted(trusted, hop) || !isIP(hops[at + 1] ?? ''))
  return networkOf(client ?? '')
}

/** Whether an address is one of the proxies whose word is taken. */
export function createTrusted(proxies: readonly string[]): (remote: string | undefined) => boolean {
  const trusted = listOf(proxies)
  return (remote) => isTrusted(trusted, plain(remote ?? ''))
}

/** @NOTE to make one takes longer than all that it is asked about one request. */
const listOf = memoized(1, (proxies: readonly string[]): BlockList => {
  const list = new BlockList()
  for (const proxy of proxies) {
    const [address = '', prefix] = proxy.split('/')
    const family = isIPv4(address) ? 'ipv4' : 'ipv6'
    if (prefix === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(prefix), family)
  }
  return list
})

function isTrusted(list: BlockList, address: string) {
  return isIP(address) > 0 && list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')
}

/** @NOTE a socket that listens on both families names IPv4 as ::ffff:1.2.3.4. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}

function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = new URL(`http://[${address.split('%')[0]}]`).hostname.slice(1, -1).split('::')
  const left = head.split(':').filter(Boolean)
  const right = (tail ?? '').split(':').filter(Boolean)
  const zeros = Array(8 - left.length - right.length).fill('0')
  return `${[...left, ...zeros, ...right].slice(0, GROUPS_OF_A_CLIENT).join(':')}::/64`
}
