// Many who ask at once, in a thread of their own: half of them post, half read a page that is made for each. Run by overload.ts.
import { randomUUID } from 'node:crypto'
import { scheduler } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { type Answer, getting, type Line, openLine, sending } from '../../../bench/line.ts'

export interface Order {
  port: number
  origin: string
  articleId: number
  pages: readonly string[]
  cookies: readonly string[]
  seconds: number
  /** So many ask one thing after the other, or so many begin each second, whatever has become of those before. */
  asks: { connections: number } | { perSecond: number }
}

/** What became of them. */
export interface Tally {
  /** How many asked. */
  sent: number
  seconds: number
  /** How long each waited who was served, and each who was told to come back. */
  servedMs: number[]
  turnedAwayMs: number[]
  /** How often each other status was answered; 0 where a connection was cut, -1 where too many were open to begin another. */
  others: Map<number, number>
  /** Those who were turned away without a time to come back. */
  untold: number
  /** The comments that were answered for. */
  acknowledged: number[]
}

/** What comes from there while they ask: once when nobody begins any more, once when all have been answered. */
export type Told = 'over' | Tally

/** Each address of the loopback is a peer of its own. */
const PEERS = 200
const MOST_CONNECTIONS = 11_000
const TICK_MS = 5
const SERVED = new Set([200, 303])

const order = workerData as Order | null
if (parentPort && order?.asks) parentPort.postMessage(await asked(order))

async function asked(order: Order): Promise<Tally> {
  const { port, origin, articleId, pages, cookies, seconds, asks } = order
  const tally: Tally = {
    sent: 0,
    seconds: 0,
    servedMs: [],
    turnedAwayMs: [],
    others: new Map(),
    untold: 0,
    acknowledged: [],
  }
  const idle: Line[] = []
  const under = new Set<Promise<void>>()
  const began = performance.now()
  const end = began + seconds * 1_000
  if ('connections' in asks) await Promise.all(Array.from({ length: asks.connections }, keepAsking))
  else await keepBeginning(asks.perSecond)
  tally.seconds = (performance.now() - began) / 1_000
  parentPort!.postMessage('over' satisfies Told)
  await Promise.all(under)
  for (const line of idle) line.close()
  return tally

  async function keepAsking() {
    while (performance.now() < end) await askOnce()
  }

  async function keepBeginning(perSecond: number) {
    while (performance.now() < end) {
      const due = Math.floor(((performance.now() - began) / 1_000) * perSecond)
      while (tally.sent < due) {
        const one = askOnce().finally(() => under.delete(one))
        under.add(one)
      }
      await scheduler.wait(TICK_MS)
    }
  }

  async function askOnce() {
    const number = tally.sent++
    const request = number % 2 === 0 ? form(number) : reading(number)
    const sent = performance.now()
    const line = idle.pop()
    const answer = (line && (await askedOver(line, request))) ?? (await askedAnew(number, request))
    if (typeof answer === 'number') count(answer)
    else tallied(answer, performance.now() - sent)
  }

  /** @NOTE a connection that is idle may have been closed meanwhile, and then another is opened, as a browser does. */
  async function askedAnew(number: number, request: string): Promise<Answer | number> {
    if (under.size >= MOST_CONNECTIONS) return -1
    const line = await openLine(port, `127.0.1.${1 + (number % PEERS)}`).catch(() => undefined)
    return (line && (await askedOver(line, request))) ?? 0
  }

  async function askedOver(line: Line, request: string): Promise<Answer | undefined> {
    const answer = await line.ask(request).catch(() => undefined)
    if (!answer || /^connection: close/im.test(answer.head)) line.close()
    else idle.push(line)
    return answer
  }

  function form(number: number): string {
    const key = randomUUID()
    const cookie = cookies[(number / 2) % cookies.length]!
    const headers = { cookie, origin, 'sec-fetch-site': 'same-origin' }
    return sending(`/a/${articleId}/comments`, { words: `Said in the crowd (${key}).`, language: 'en', key }, headers)
  }

  function reading(number: number): string {
    return getting(pages[((number - 1) / 2) % pages.length]!)
  }

  function tallied({ status, head }: Answer, ms: number) {
    if (SERVED.has(status)) tally.servedMs.push(ms)
    else if (status === 503) tally.turnedAwayMs.push(ms)
    else count(status)
    if (status === 503 && !/^retry-after: \d/im.test(head)) tally.untold++
    const [, id] = (status === 303 && /^location: \S*\/c\/(\d+)/im.exec(head)) || []
    if (id) tally.acknowledged.push(Number(id))
  }

  function count(status: number) {
    tally.others.set(status, (tally.others.get(status) ?? 0) + 1)
  }
}
