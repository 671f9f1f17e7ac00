import type { Server, Socket } from 'node:net'
import { createFairShares } from '../../kit/fair-shares.ts'
import type { Bounds } from './bounds.ts'
import type { Peers } from './peers.ts'

/** An answer that waits on a connection: how much was taken before, and by when more must have been. */
interface Standing {
  taken: number
  byMs: number
}

/** The connections of a server: takes no more than there is room for, and cuts those on which an answer stands still. */
export function createOpenSockets(server: Server, peers: Peers, bounds: Bounds) {
  const shares = createFairShares(bounds.sockets)
  const open = new Set<Socket>()
  const standing = new Map<Socket, Standing>()
  let came = false

  server.on('connection', (socket: Socket) => {
    came = true
    const peer = peers.ofSocket(socket)
    if (!shares.take(peer, 1)) return socket.destroy()
    open.add(socket)
    socket.once('close', () => {
      open.delete(socket)
      standing.delete(socket)
      shares.giveBack(peer, 1)
    })
  })

  function look() {
    const now = performance.now()
    for (const socket of open) {
      const unsent = socket.writableLength
      if (unsent === 0) standing.delete(socket)
      else if (hasMoved(socket, unsent))
        standing.set(socket, { taken: takenOf(socket, unsent), byMs: now + patienceMs(unsent) })
      else if (now > standing.get(socket)!.byMs) socket.destroy()
    }
    cutTheFullest()
  }

  const hasMoved = (socket: Socket, unsent: number) => standing.get(socket)?.taken !== takenOf(socket, unsent)
  const patienceMs = (unsent: number) => bounds.stalledMs + (1_000 * unsent) / bounds.slowestBytesPerSecond

  function cutTheFullest() {
    let sum = 0
    for (const socket of standing.keys()) sum += socket.writableLength
    if (sum <= bounds.stalledBytes) return
    for (const [socket] of [...standing].toSorted(([one], [other]) => other.writableLength - one.writableLength)) {
      if (sum <= bounds.stalledBytes) return
      sum -= socket.writableLength
      socket.destroy()
    }
  }

  const looking = setInterval(look, bounds.lookEveryMs).unref()

  return {
    [Symbol.iterator]: () => open.values(),
    /** Whether anybody has connected since this was last asked. */
    haveCome(): boolean {
      const have = came
      came = false
      return have
    },
    get count() {
      return open.size
    },
    close: () => clearInterval(looking),
  }
}

/** @NOTE what waits here is counted as written, too. */
function takenOf(socket: Socket, unsent: number): number {
  return socket.bytesWritten - unsent
}
