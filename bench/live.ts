import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { openLine, sending } from './line.ts'
import { memoryOf } from './processes.ts'
import { atMost, type Figure, quantile, type Run, round } from './question.ts'
import { type Served, serve } from './server.ts'

const SLOWEST_MS = 500
const LARGEST_KB = 20
const AT_ONCE = 100
const WARM_UP = 300
const PATIENCE_MS = 10_000

/** How soon do the open pages of one article hear of a comment, and what does each of them cost? */
export function live(run: Run): Promise<Figure[]> {
  return heard(run, { processes: 1, count: run.quick ? 1_000 : 5_000 })
}

/** The same with streams on each of two processes. */
export function liveOnTwo(run: Run): Promise<Figure[]> {
  return heard(run, { processes: 2, count: 1_000 })
}

async function heard(run: Run, { processes, count }: { processes: number; count: number }): Promise<Figure[]> {
  const place = await run.stock.fresh()
  const servers = await Promise.all(Array.from({ length: processes }, () => serve(place)))
  const server = servers[0]!
  const [article] = run.stock.natural
  const [articleId, cookie] = [article.id, run.stock.cookies[0]!]
  await tell(server, articleId, cookie, [])
  for (const { socket } of await openStreams(server.port, articleId, WARM_UP)) socket.destroy()
  const before = memoryOf(server.pid)
  const streams = await openStreams(server.port, articleId, count)
  const held = (memoryOf(server.pid) - before) / count / 1_000
  for (const { port } of servers.slice(1)) streams.push(...(await openStreams(port, articleId, count)))
  const times: number[] = []
  for (let number = 0; number < (run.quick ? 5 : 20); number++)
    times.push(...(await tell(server, articleId, cookie, streams)))
  for (const { socket } of streams) socket.destroy()
  await Promise.all(servers.map(({ stop }) => stop()))
  return [
    atMost(
      `live: a comment reaches ${round(count)} streams${processes > 1 ? ' on each of two processes' : ''}, p99`,
      quantile(times, 0.99),
      'ms',
      SLOWEST_MS,
      `median ${round(quantile(times, 0.5))} ms`,
    ),
    atMost('live: memory a stream', held, 'kB', LARGEST_KB),
  ]
}

interface Stream {
  socket: Socket
  /** Called with whatever arrives. */
  heard(words: string): void
}

async function openStreams(port: number, articleId: number, count: number): Promise<Stream[]> {
  const streams: Stream[] = []
  while (streams.length < count) {
    const more = Array.from({ length: Math.min(AT_ONCE, count - streams.length) }, () => openStream(port, articleId))
    streams.push(...(await Promise.all(more)))
  }
  return streams
}

async function openStream(port: number, articleId: number): Promise<Stream> {
  const socket = connect(port, '127.0.0.1')
  const stream: Stream = { socket, heard: () => {} }
  socket.on('data', (bytes) => stream.heard(bytes.toString('latin1')))
  socket.write(
    `GET /live?article=${articleId}&language=en HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: text/event-stream\r\n\r\n`,
  )
  await once(socket, 'data')
  return stream
}

/** Posts a comment, and answers with the milliseconds from its sending until each stream had heard of it. */
async function tell(server: Served, articleId: number, cookie: string, streams: readonly Stream[]): Promise<number[]> {
  const key = randomUUID()
  const line = await openLine(server.port)
  const start = performance.now()
  const all = Promise.all(streams.map((stream) => hears(stream, key, start)))
  const headers = { cookie, origin: server.origin, 'sec-fetch-site': 'same-origin' }
  const { status } = await line.ask(sending(`/a/${articleId}/comments`, { words: `News (${key}).`, key }, headers))
  if (status !== 303) throw new Error(`a post was answered with ${status}`)
  const times = await all
  line.close()
  return times
}

function hears(stream: Stream, key: string, start: number): Promise<number> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => resolve(PATIENCE_MS), PATIENCE_MS)
    stream.heard = (words) => {
      if (!words.includes(key)) return
      clearTimeout(patience)
      resolve(performance.now() - start)
    }
  })
}
