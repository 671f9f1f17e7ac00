import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { createFairShares } from '../../kit/fair-shares.ts'
import { createFairTurns } from '../../kit/fair-turns.ts'
import type { Bounds } from './bounds.ts'
import { createOpenSockets } from './open-sockets.ts'
import { createPeers } from './peers.ts'
import { hasBody, receive } from './request-body.ts'

export type Answering = (request: IncomingMessage, response: ServerResponse) => unknown

export type BoundedRequests = ReturnType<typeof createBoundedRequests>

const AT_WORK = Symbol('at work')

interface Working extends Socket {
  [AT_WORK]?: ServerResponse | undefined
}

/** Bounds what peers make a server hold, at the one place through which every request comes that is not answered at once. */
export function createBoundedRequests(server: Server, proxies: readonly string[], bounds: Bounds, refuse: Answering) {
  const peers = createPeers(proxies)
  const sockets = createOpenSockets(server, peers, bounds)
  const turns = createFairTurns(
    bounds.atWork,
    bounds.waiting,
    {
      many: bounds.manyWaiting,
      longestMs: bounds.waitingMs,
    },
    sockets.haveCome,
  )
  const bodies = createFairShares(bounds.bodyBytes)
  const unsent = createFairShares(bounds.unsentBytes)
  const behind = new WeakMap<Socket, number>()
  let working = 0

  /** @NOTE a connection bears what is worked on for it: what a set has held lives on with the set's former room until the whole heap is looked through. */
  function mark(socket: Working, response: ServerResponse | undefined) {
    socket[AT_WORK] = response
    working += response ? 1 : -1
  }

  /** What was made for one reader is held until they have taken it. */
  function holdUnsent(peer: string, socket: Socket, response: ServerResponse) {
    const bytes = response.writableFinished ? 0 : socket.writableLength
    if (bytes === 0) return
    if (!unsent.take(peer, bytes)) return socket.destroy()
    response.once('close', () => unsent.giveBack(peer, bytes))
  }

  /** Waits for its turn and works on it; settles when it is answered or refused. */
  function inTurn(peer: string, request: IncomingMessage, response: ServerResponse, answer: Answering): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    // @NOTE a request that was cut while its body came has none any more.
    const { socket } = request
    async function begin() {
      mark(socket, response)
      if (!socket.destroyed) await answer(request, response)
      mark(socket, undefined)
      holdUnsent(peer, socket, response)
      turns.end(peer)
      resolve()
    }
    const turnAway = () => resolve(void refuse(request, response))
    if (!turns.take(peer, () => void begin(), turnAway)) turnAway()
    return promise
  }

  async function afterItsBody(peer: string, request: IncomingMessage, response: ServerResponse, answer: Answering) {
    let held = 0
    const arrival = await receive(request, (bytes) => {
      const isTaken = bodies.take(peer, bytes)
      if (isTaken) held += bytes
      return isTaken
    })
    if (arrival === 'here') await inTurn(peer, request, response, answer)
    else if (arrival === 'no-room') refuse(request, response)
    bodies.giveBack(peer, held)
  }

  return {
    /** Waits until what was asked before on the same connection is answered; cuts a connection on which too much waits. */
    inLine(request: IncomingMessage, response: ServerResponse, answer: Answering): void {
      const { socket } = request
      const before = behind.get(socket) ?? 0
      if (before === bounds.behindOnALine) return void socket.destroy()
      behind.set(socket, before + 1)
      // @NOTE a response is given the connection before it may use it.
      response.once('socket', () => {
        behind.set(socket, behind.get(socket)! - 1)
        queueMicrotask(() => answer(request, response))
      })
    },
    /** Works on a request when it is there whole and it is its turn. */
    work(request: IncomingMessage, response: ServerResponse, answer: Answering): void {
      const peer = peers.of(request)
      if (turns.refuses(peer)) return void refuse(request, response)
      void (hasBody(request) ? afterItsBody : inTurn)(peer, request, response, answer)
    },
    peers,
    sockets,
    /** What is worked on. */
    atWork: {
      get size() {
        return working
      },
      *[Symbol.iterator](): Generator<ServerResponse> {
        for (const { [AT_WORK]: response } of sockets as Iterable<Working>) if (response) yield response
      },
    },
  }
}
