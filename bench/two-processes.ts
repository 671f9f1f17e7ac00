import { randomUUID } from 'node:crypto'
import { bareHttp, capture } from './limits.ts'
import { getting, type Line, openLine, sending } from './line.ts'
import { loading } from './load.ts'
import { atLeast, atMost, type Figure, median, quantile, type Run, round } from './question.ts'
import { type Served, serve } from './server.ts'

const RATE = 0.8
const SLOWEST_MS = 1_000
const PATIENCE_MS = 20_000

/** Do two processes on one database leave each other their rates, and how soon does one show what was posted to the other? */
export async function twoProcesses(run: Run): Promise<Figure[]> {
  const place = await run.stock.fresh()
  const [one, other] = [await serve(place), await serve(place)]
  const figures = [...(await rates(run, one, other)), await between(run, one, other)]
  await Promise.all([one.stop(), other.stop()])
  return figures
}

/** Each alone is loaded beside a bare server, so that the processors are shared alike. */
async function rates(run: Run, one: Served, other: Served): Promise<Figure[]> {
  const { path } = run.stock.natural[2]
  const bare = await bareHttp(run.stock.folder(), await capture(one.port, path))
  const load = (first: number, second: number) => async (seconds: number) => {
    const paths = [first, second].map((port) => ({ port, path: port === bare.port ? '/' : path }))
    return Promise.all(paths.map((order) => loading(order)(seconds)))
  }
  const shares: [number[], number[]] = [[], []]
  const alone: [number[], number[]] = [[], []]
  await load(one.port, other.port)(run.quick ? 1 : 3)
  for (let round = 0; round < Math.max(2, run.seconds); round++) {
    const first = await load(one.port, bare.port)(1)
    const second = await load(bare.port, other.port)(1)
    const both = await load(one.port, other.port)(1)
    for (const [at, apart] of [first[0]!, second[1]!].entries()) {
      alone[at]!.push(apart.perSecond)
      shares[at]!.push(both[at]!.perSecond / apart.perSecond)
    }
  }
  await bare.stop()
  return shares.map((all, at) => {
    const what = `two processes, both loaded: cached pages of the ${at === 0 ? 'first' : 'second'}`
    const ratio = median(all)
    return atLeast(
      what,
      `${round(ratio * median(alone[at]!))} /s`,
      `${round(median(alone[at]!))} beside a bare node:http`,
      ratio,
      RATE,
    )
  })
}

/** From the answer to a post at one until the other's page has it. */
async function between(run: Run, one: Served, other: Served): Promise<Figure> {
  const [article] = run.stock.natural
  const [posting, reading] = [await openLine(one.port), await openLine(other.port)]
  const headers = { cookie: run.stock.cookies[0]!, origin: one.origin, 'sec-fetch-site': 'same-origin' }
  const times: number[] = []
  for (let number = 0; number < (run.quick ? 30 : 200); number++) {
    const key = randomUUID()
    const { status, head } = await posting.ask(
      sending(`/a/${article.id}/comments`, { words: `News (${key}).`, key }, headers),
    )
    if (status !== 303) throw new Error(`a post was answered with ${status}`)
    const start = performance.now()
    const [page, anchor] = await placeOf(reading, locationIn(head))
    for (let isThere = false; !isThere; ) {
      const { body } = await reading.ask(getting(page, { 'accept-encoding': 'identity' }))
      isThere = body.includes(`id="${anchor}"`)
      if (performance.now() - start > PATIENCE_MS) throw new Error(`${page} never had ${anchor}`)
    }
    times.push(performance.now() - start)
  }
  posting.close()
  reading.close()
  return atMost(
    'two processes: a comment posted to one is on the page of the other, p99',
    quantile(times, 0.99),
    'ms',
    SLOWEST_MS,
  )
}

/** The page of a comment and its place there, as a link to it leads. */
async function placeOf(line: Line, link: string): Promise<[page: string, anchor: string]> {
  const { head } = await line.ask(getting(link))
  return locationIn(head).split('#') as [string, string]
}

function locationIn(head: string): string {
  const location = /^location: (\S+)/im.exec(head)?.[1]
  if (!location) throw new Error(`an answer leads nowhere: ${head}`)
  return location
}
