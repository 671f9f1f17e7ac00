import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** What is told of a request that is over: never who asked, nor what for beyond the route. */
export interface RequestOver {
  id: string
  method: string
  /** As the table of routes spells it, so that no name and no token of an address is in it. */
  route: string
  status: number
  tookMs: number
}

export type RequestWatch = ReturnType<typeof createRequestWatch>

/** Of pages that are answered from memory. */
export const KEPT = 'kept page'
const NO_ROUTE = 'none'
const BY_PROXY = /^[\w-]{8,64}$/
const ID = Symbol('id')
const ROUTE = Symbol('route')

/** @NOTE a request bears its own marks: to collect the garbage of a map of requests costs more than to keep them. */
interface Watched extends IncomingMessage {
  [ID]?: string
  [ROUTE]?: string
}

/** Gives every request an id, and tells those who listen when one is over. */
export function createRequestWatch(
  listeners: readonly ((over: RequestOver) => void)[],
  isProxy: (socket: Socket) => boolean,
) {
  const run = randomUUID().slice(0, 13)
  let requests = 0
  const hears = listeners.length > 0

  /** A proxy's own, so that both logs have the same. */
  function idOf(request: Watched): string {
    request[ID] ??= givenByProxy(request) ?? `${run}-${(++requests).toString(36)}`
    return request[ID]
  }

  function givenByProxy({ headers, socket }: IncomingMessage): string | undefined {
    const given = headers['x-request-id']
    return typeof given === 'string' && BY_PROXY.test(given) && isProxy(socket) ? given : undefined
  }

  function tell(over: RequestOver) {
    for (const hear of listeners) hear(over)
  }

  return {
    idOf,
    /** Says by which route a request is answered. */
    at(request: Watched, route: string) {
      if (hears) request[ROUTE] = route
    },
    /** Follows a request to its end. */
    follow(request: Watched, response: ServerResponse) {
      if (!hears) return
      const begunMs = performance.now()
      response.once('close', () => {
        const route = request[ROUTE] ?? NO_ROUTE
        const { statusCode: status } = response
        tell({ id: idOf(request), method: request.method!, route, status, tookMs: performance.now() - begunMs })
      })
    },
    /** A page that was answered at once. */
    kept(request: IncomingMessage, status: number) {
      if (hears) tell({ id: idOf(request), method: request.method!, route: KEPT, status, tookMs: 0 })
    },
  }
}
