import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { createRankings, type ReactionKind } from '../domain/discussion/index.ts'
import type { Log } from '../kit/log.ts'
import type { Parley } from '../parley.ts'
import { createApp, type Given } from './app.ts'
import { beginFeeds } from './feeds/index.ts'
import { createReadiness, isAheadOfAll } from './health/index.ts'
import { createFrames } from './html/frames.ts'
import { type Assets, createAssets } from './http/assets.ts'
import { type BoundedRequests, createBoundedRequests } from './http/bounded-requests.ts'
import { BOUNDS, type Bounds } from './http/bounds.ts'
import { busy } from './http/busy.ts'
import { countRead } from './http/counted-read.ts'
import { lastWrite } from './http/last-write.ts'
import { type Address, type HandedSocket, listening } from './http/listen.ts'
import { encodingFor } from './http/negotiation.ts'
import { createPageCache } from './http/page-cache.ts'
import { createRequestWatch, type RequestOver } from './http/request-watch.ts'
import { securityHeaders } from './http/security.ts'
import { answerOf, type SharedAnswer } from './http/shared-page.ts'
import { createShutdown, type Shutdown } from './http/shutdown.ts'
import { createUploads, type Uploads } from './http/uploads.ts'
import { createLiveStreams } from './live/index.ts'
import { createMetrics, startMetricsServer } from './metrics/index.ts'

/** What main.ts hands over; the server makes the rest of the web for itself. */
type Parts = 'store' | 'tail' | 'clock' | 'log' | 'complaints' | 'media' | 'mediaFolder' | 'people' | 'web' | 'jobs'

interface HandedOver extends Pick<Parley, Parts> {
  /** How readers can react to a comment. */
  reactions: readonly ReactionKind[]
  /** Where to tell of a weakness; the publication's own address where nothing is said. */
  securityContact?: string | undefined
  /** Whether who decided may decide about an appeal, too. */
  ownAppeals?: boolean
}

export interface Listening {
  place: Address | HandedSocket
  /** Where numbers for Prometheus are read; nowhere where nothing is said. */
  metrics?: Address | undefined
  /** Whether each request is a line of the log. */
  logsRequests?: boolean | undefined
  /** At the end, so long /readyz says so before connections are refused. */
  drainMs?: number | undefined
  /** Where what is made from our own files is kept for the next start. */
  cacheFolder: string
  /** The same, where it is being made already. */
  assets?: Promise<Assets> | undefined
  /** Where files are that were sent, while they are looked at. */
  uploadsFolder: string
  /** For tests: what is smaller or shorter than elsewhere. */
  bounds?: Partial<Bounds> | undefined
}

const HEADERS_MS = 3_000
const REQUEST_MS = 30_000
const CHECK_EVERY_MS = 1_000
const LARGEST_HEADERS = 16 * 1024

/** Serves until it is closed: then open requests finish, streams end, and nothing new is taken. */
export async function startServer(parley: HandedOver, listens: Listening) {
  const { origin } = parley.web
  await beginFeeds(parley.store, origin)
  const server = createServer({
    headersTimeout: HEADERS_MS,
    requestTimeout: REQUEST_MS,
    connectionsCheckingInterval: CHECK_EVERY_MS,
    maxHeaderSize: LARGEST_HEADERS,
    optimizeEmptyRequests: true,
  })
  const bounds = { ...BOUNDS, ...listens.bounds }
  const requests = createBoundedRequests(server, parley.web.proxies, bounds, busy(securityHeaders(origin)))
  const kept = webOf(
    parley,
    await (listens.assets ?? createAssets(listens)),
    createUploads(listens.uploadsFolder, parley.log),
  )
  const metrics = listens.metrics && (await createMetrics(measuredOf(parley, kept, requests)))
  const hearing = [...(listens.logsRequests ? [logLine(parley.log)] : []), ...(metrics ? [metrics.hear] : [])]
  const web = { ...kept, watch: createRequestWatch(hearing, requests.peers.isProxy) }
  const ending = createShutdown(server, requests)
  server.on('request', listener(web, requests, ending))
  const metricsServer = metrics && (await startMetricsServer(metrics, listens.metrics!))
  await listening(server, listens.place)
  return {
    url: origin,
    async close() {
      web.readiness.end()
      if (listens.drainMs) await setTimeout(listens.drainMs)
      await ending.stopListening()
      web.live.close()
      await ending.ended()
      metrics?.close()
      await metricsServer?.close()
    },
  }
}

function webOf({ people, web, ...parley }: HandedOver, assets: Assets, uploads: Uploads): Omit<Given, 'watch'> {
  const given = { ownAppeals: false, ...parley, ...people, ...web }
  const frames = createFrames({ ...given, assets })
  const live = createLiveStreams({ ...given, frames })
  return {
    ...given,
    assets,
    uploads,
    frames,
    pages: createPageCache(given.tail, given.clock),
    rankings: createRankings(given.store),
    readiness: createReadiness(given.store),
    live,
  }
}

function measuredOf(
  { store, tail, clock, complaints, jobs, mediaFolder }: HandedOver,
  { live, pages }: Pick<Given, 'live' | 'pages'>,
  { sockets, atWork }: BoundedRequests,
) {
  const { readers } = jobs
  return {
    store,
    tail,
    clock,
    complaints,
    readers,
    dataFolder: path.dirname(mediaFolder),
    live,
    pages,
    sockets,
    atWork,
  }
}

/** A request as a line of the log, with nothing of the person who asked. */
function logLine(log: Log) {
  return ({ id, method, route, status, tookMs }: RequestOver) => {
    const line = status < 500 ? log.info : log.warn
    line('request', { request: id, method, route, status, ms: Math.round(tookMs) })
  }
}

/** A page that is kept is answered before the router. */
function listener(web: Given, requests: BoundedRequests, ending: Shutdown) {
  const route = getRequestListener(createApp(web).fetch)
  const always = securityHeaders(web.origin)
  const complete = new WeakMap<SharedAnswer, string[]>()

  function tellOfTheEnd(response: ServerResponse) {
    if (ending.hasBegun) response.shouldKeepAlive = false
  }

  /** @NOTE the end may have begun while it waited for its body or its turn. */
  function work(request: IncomingMessage, response: ServerResponse) {
    tellOfTheEnd(response)
    return route(request, response)
  }

  function headersOf(answer: SharedAnswer) {
    const known = complete.get(answer)
    if (known) return known
    const headers = Object.entries({ ...always, ...answer.headers }).flat()
    complete.set(answer, headers)
    return headers
  }

  function answer(request: IncomingMessage, response: ServerResponse) {
    tellOfTheEnd(response)
    if (isAheadOfAll(request)) return void route(request, response)
    const answer = request.method === 'GET' ? kept(web, request) : undefined
    if (!answer) {
      web.watch.follow(request, response)
      return requests.work(request, response, work)
    }
    web.watch.kept(request, answer.status)
    response.writeHead(answer.status, headersOf(answer))
    response.end(answer.body)
  }

  /** @NOTE without a socket it stands behind an answer that is not yet taken. */
  return (request: IncomingMessage, response: ServerResponse) =>
    response.socket === null ? requests.inLine(request, response, answer) : answer(request, response)
}

function kept(
  { pages, tail, origin, readCounter }: Given,
  { url, headers }: IncomingMessage,
): SharedAnswer | undefined {
  const wrote = lastWrite(headers.cookie, origin)
  const page = wrote <= tail.seq ? pages.find(url!, wrote > 0) : undefined
  if (page?.countedAs && readCounter)
    countRead(readCounter, page.countedAs, origin, (name) => headers[name] as string | undefined)
  return page && answerOf(page, encodingFor(acceptedIn(headers)), headers['if-none-match'])
}

function acceptedIn({ 'accept-encoding': accepted }: IncomingHttpHeaders): string | undefined {
  return Array.isArray(accepted) ? accepted.join() : accepted
}
