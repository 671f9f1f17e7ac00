import { bareHttp, type Captured, capture, nginx } from './limits.ts'
import { load, type Rate } from './load.ts'
import { atLeast, atMost, type Figure, justSaid, type Run, round } from './question.ts'
import { serve } from './server.ts'
import type { Stocked } from './stock.ts'

const RATE = 0.85
const SLOWEST = 1.5

/** How fast is an article's page with the first page of its discussion answered from the cache? */
export async function articlePage(run: Run): Promise<Figure[]> {
  const server = await serve({ folder: run.stock.fresh() })
  const figures: Figure[] = []
  for (const article of run.stock.natural) figures.push(...(await comparedAt(run, server.port, article)))
  await server.stop()
  return figures
}

async function comparedAt(run: Run, port: number, { path, comments }: Stocked): Promise<Figure[]> {
  const page = await capture(port, path)
  const ours = await load({ port, path, seconds: run.seconds })
  const bare = await bareRate(run, page)
  const static_ = await nginxRate(run, page)
  const what = `article page of ${round(comments)} comments, cached`
  const beside = `${round(bare.perSecond)} bare node:http, ${static_ ? round(static_.perSecond) : 'no'} nginx`
  return [
    atLeast(
      `${what} (${kilobytes(page.body)})`,
      `${round(ours.perSecond)} /s`,
      beside,
      ours.perSecond / bare.perSecond,
      RATE,
    ),
    {
      ...atMost(`${what}: p99`, ours.p99Ms, 'ms', SLOWEST * bare.p99Ms, `${round(bare.p99Ms)} ms bare node:http`),
      ratio: ours.p99Ms / bare.p99Ms,
      required: `≤ ${SLOWEST}`,
    },
  ]
}

export function kilobytes(body: Buffer): string {
  return `${round(body.length / 1_000)} kB`
}

/** The same bytes with the same headers from a bare node:http server. */
export async function bareRate(run: Run, page: Captured, headers: Record<string, string> = {}): Promise<Rate> {
  const bare = await bareHttp(run.stock.empty(), page)
  const rate = await load({ port: bare.port, path: '/', seconds: run.seconds, headers })
  await bare.stop()
  return rate
}

async function nginxRate(run: Run, page: Captured): Promise<Rate | undefined> {
  const server = await nginx(run.stock.empty(), page)
  if (!server) return
  const rate = await load({ port: server.port, path: '/', seconds: run.seconds })
  await server.stop()
  return rate
}

/** The same line on another database, with nothing required. */
export async function articlePageOn(
  run: Run,
  name: string,
  port: number,
  { path, comments }: Stocked,
): Promise<Figure> {
  const ours = await load({ port, path, seconds: run.seconds })
  return justSaid(`${name}: article page of ${round(comments)} comments, cached`, `${round(ours.perSecond)} /s`)
}
