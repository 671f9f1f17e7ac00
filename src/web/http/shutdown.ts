import type { Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setImmediate, setTimeout } from 'node:timers/promises'

/** So long a line on which nothing is asked may still be used, by somebody who does not know yet. */
const LAST_WORD_MS = 250
/** So many who have connected are let in where each takes its time, but for no longer than this. */
const LET_IN = 128
const LET_IN_MS = 3_000
/** So long whoever sends or takes something has for that, and so long what is worked on. */
const PEERS_MS = 5_000
const WORK_MS = 25_000

interface Held {
  readonly sockets: Iterable<Socket> & { close(): void }
  readonly atWork: Iterable<ServerResponse>
}

export type Shutdown = ReturnType<typeof createShutdown>

/** Ends a server: no new connection is taken, what comes over open ones is answered with their end, and what is under way is finished. */
export function createShutdown(server: Server, { sockets, atWork }: Held) {
  let hasBegun = false
  let closed: Promise<void> | undefined

  function isAtWork(socket: Socket): boolean {
    return [...atWork].some((response) => response.socket === socket)
  }

  function cut(isSpared: (socket: Socket) => boolean) {
    for (const socket of sockets) if (!isSpared(socket)) socket.destroy()
  }

  /** @NOTE what arrived while the timer was due is read first; a line on which it stands is idle no more. */
  async function endIdleLines(isOver: () => boolean) {
    while (!isOver()) {
      await setTimeout(LAST_WORD_MS)
      await setImmediate()
      server.closeIdleConnections()
    }
  }

  return {
    get hasBegun() {
      return hasBegun
    },
    /** Settles when nobody can connect any more. */
    async stopListening(): Promise<void> {
      hasBegun = true
      for (const response of atWork) response.shouldKeepAlive = false
      await allHeard(server)
      closed = stopListening(server)
    },
    /** Settles when every connection is closed. */
    async ended(): Promise<void> {
      const timers = [globalThis.setTimeout(cut, PEERS_MS, isAtWork), globalThis.setTimeout(cut, WORK_MS, () => false)]
      let isOver = false
      void endIdleLines(() => isOver)
      await closed
      isOver = true
      for (const timer of timers) clearTimeout(timer)
      sockets.close()
    },
  }
}

/** Settles when those who have connected were heard, as far as they come within a moment. @NOTE one is let in each time around. */
async function allHeard(server: Server): Promise<void> {
  let hasCome = true
  const come = () => {
    hasCome = true
  }
  server.on('connection', come)
  const begun = performance.now()
  for (let round = 0; hasCome && performance.now() < begun + (round < LET_IN ? LET_IN_MS : LAST_WORD_MS); round++) {
    hasCome = false
    await setImmediate()
    await setImmediate()
  }
  server.off('connection', come)
}

/** Settles when all connections are closed. @NOTE by itself it would cut idle lines at once, over which a request may be coming. */
function stopListening(server: Server): Promise<void> {
  const closeIdleConnections = server.closeIdleConnections.bind(server)
  server.closeIdleConnections = () => {}
  const ended = new Promise<void>((resolve) => void server.close(() => resolve()))
  server.closeIdleConnections = closeIdleConnections
  return ended
}
