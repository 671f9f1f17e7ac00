import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import type { CommentId } from '../src/domain/discussion/index.ts'
import { idFrom } from '../src/kit/ids.ts'
import { type Answer, getting, type Line, openLine, sending } from './line.ts'
import { median, quantile } from './question.ts'

interface Common {
  port: number
  connections: number
  seconds: number
}

export type ClientOrder = (Common & { kind: 'get'; path: string; headers: Record<string, string> }) | PostOrder

export interface PostOrder extends Common {
  kind: 'post'
  /** Connections post to these in turn. */
  articleIds: readonly number[]
  origin: string
  cookies: readonly string[]
  /** How often each connection posts, evenly; as fast as it is answered if nothing is said. */
  perSecond?: number
}

/** What came of it. */
export interface Tally {
  count: number
  seconds: number
  medianMs: number
  p99Ms: number
  /** The comments that were answered for. */
  ids: CommentId[]
}

const order = workerData as ClientOrder | null
if (parentPort && order?.connections) parentPort.postMessage(await work(order))

/** Many connections, each asking one thing after the other until the time is over or the server is gone. */
async function work(order: ClientOrder): Promise<Tally> {
  const times: number[] = []
  const ids: CommentId[] = []
  const start = performance.now()
  let until = start + order.seconds * 1_000
  const stopped = once(parentPort!, 'message').then(() => {
    until = performance.now()
  })
  parentPort!.postMessage('begun')
  await Promise.all(Array.from({ length: order.connections }, (_, index) => keepAsking(index)))
  parentPort!.unref()
  const seconds = (Math.min(performance.now(), until) - start) / 1_000
  return { count: times.length, seconds, medianMs: median(times), p99Ms: quantile(times, 0.99), ids }

  async function keepAsking(index: number) {
    const line = await openLine(order.port)
    const ask = order.kind === 'get' ? asking(order) : posting(order, index, ids)
    const pauseMs = (order.kind === 'post' && order.perSecond && 1_000 / order.perSecond) || 0
    if (pauseMs > 0) await pause(start + (pauseMs * index) / order.connections)
    try {
      while (performance.now() < until) {
        const sent = performance.now()
        await ask(line)
        times.push(performance.now() - sent)
        if (pauseMs > 0) await pause(sent + pauseMs)
      }
    } catch (error) {
      if (!/closed the connection|answered 503/.test(String(error))) throw error
    }
    line.close()
  }

  function pause(to: number) {
    return Promise.race([stopped, setTimeout(Math.max(0, to - performance.now()))])
  }
}

function asking({ path, headers }: { path: string; headers: Record<string, string> }) {
  const request = getting(path, headers)
  return async (line: Line) => void accepted(await line.ask(request), 200)
}

/** Sends the form of a new thread, then that of an answer to it, and so on. */
function posting(order: ClientOrder & { kind: 'post' }, index: number, ids: CommentId[]) {
  const { articleIds, origin } = order
  const articleId = articleIds[index % articleIds.length]!
  const headers = { cookie: order.cookies[index % order.cookies.length]!, origin, 'sec-fetch-site': 'same-origin' }
  let under: CommentId | undefined
  return async (line: Line) => {
    const key = randomUUID()
    const path = under ? `/c/${under}/replies` : `/a/${articleId}/comments`
    const fields = { words: `What the report says of the **ferry** is not what was said (${key}).`, key }
    const { head } = accepted(await line.ask(sending(path, fields, headers)), 303)
    const id = idFrom<'comment'>(/^location: \/c\/(\d+)/im.exec(head)?.[1])
    if (!id) throw new Error(`a post was answered without a place: ${head}`)
    ids.push(id)
    under = under ? undefined : id
  }
}

function accepted(answer: Answer, status: number): Answer {
  if (answer.status === status) return answer
  throw new Error(`answered ${answer.status}, not ${status}: ${answer.head}\n${answer.body.subarray(0, 2_000)}`)
}
