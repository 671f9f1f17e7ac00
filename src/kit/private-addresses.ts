import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** Ranges that lead into the operator's own networks or nowhere. Source: the IANA special-purpose registries (RFC 6890). */
const NOT_PUBLIC: readonly [network: string, prefix: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** The only IPv6 addresses that are public are global unicast, less those that carry an IPv4 address or lead nowhere. */
const GLOBAL_UNICAST = '2000::'
const NOT_PUBLIC_IN_IT: readonly [network: string, prefix: number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

const refusedV4 = listOf(NOT_PUBLIC, 'ipv4')
const refusedV6 = listOf(NOT_PUBLIC_IN_IT, 'ipv6')
const publicV6 = listOf([[GLOBAL_UNICAST, 3]], 'ipv6')

/** Whether an IP address is one that anybody's words may make us connect to; what is none is not. */
export function isPublic(address: string): boolean {
  if (isIPv6(address)) return publicV6.check(address, 'ipv6') && !refusedV6.check(address, 'ipv6')
  return isIPv4(address) && !refusedV4.check(address, 'ipv4')
}

function listOf(ranges: readonly [string, number][], family: 'ipv4' | 'ipv6') {
  const list = new BlockList()
  for (const [network, prefix] of ranges) list.addSubnet(network, prefix, family)
  return list
}
