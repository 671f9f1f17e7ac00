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

/** Gives every request an id, and tells those who listen when one is over. */
export function createRequestWatch(
  listeners: readonly ((over: RequestOver) => void)[],
  isProxy: (socket: Socket) => boolean,
) {
  const ids = new WeakMap<IncomingMessage, string>()
  const routes = new WeakMap<IncomingMessage, string>()
  const hears = listeners.length > 0

  /** A proxy's own, so that both logs have the same. */
  function idOf(request: IncomingMessage): string {
    const known = ids.get(request)
    if (known) return known
    const given = request.headers['x-request-id']
    const id =
      typeof given === 'string' && BY_PROXY.test(given) && isProxy(request.socket) ? given : randomUUID().slice(0, 18)
    ids.set(request, id)
    return id
  }

  function tell(over: RequestOver) {
    for (const hear of listeners) hear(over)
  }

  return {
    idOf,
    /** Says by which route a request is answered. */
    at(request: IncomingMessage, route: string) {
      if (hears) routes.set(request, route)
    },
    /** Follows a request to its end. */
    follow(request: IncomingMessage, response: ServerResponse) {
      if (!hears) return
      const begunMs = performance.now()
      response.once('close', () => {
        const route = routes.get(request) ?? NO_ROUTE
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
