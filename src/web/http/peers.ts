import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { clientKey, createTrusted } from './client-key.ts'

export type Peers = ReturnType<typeof createPeers>

/** Who is at the other end: known once for a connection, and anew for each request that a trusted proxy brings. */
export function createPeers(proxies: readonly string[]) {
  const known = new WeakMap<Socket, string | null>()
  const isTrusted = createTrusted(proxies)

  /** Null where it is a proxy, behind which there are many. */
  function ofSocket(socket: Socket): string | null {
    const before = known.get(socket)
    if (before !== undefined) return before
    const { remoteAddress } = socket
    const peer = isTrusted(remoteAddress) ? null : clientKey(remoteAddress, undefined, [])
    known.set(socket, peer)
    return peer
  }

  return {
    ofSocket,
    isProxy: (socket: Socket) => ofSocket(socket) === null,
    of({ socket, headers }: IncomingMessage): string {
      return ofSocket(socket) ?? clientKey(socket.remoteAddress, headers['x-forwarded-for']?.toString(), proxies)
    },
  }
}
