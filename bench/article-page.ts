import { bareHttp, capture, nginx } from './limits.ts'
import { loading } from './load.ts'
import { atLeast, type Figure, notOver, type Run, round } from './question.ts'
import { serve } from './server.ts'
import { inTurns, ratioOf, type Turn } from './turns.ts'

const RATE = 0.85
const SLOWEST = 1.5
/** @NOTE the slowest hundredth of a round is either calm or many times that, on both sides: few rounds would tell only which it was. */
const TIMES_AS_LONG = 2

/** How fast is an article's page with the first page of its discussion answered from the cache? */
export async function articlePage(run: Run): Promise<Figure[]> {
  const server = await serve(await run.stock.fresh())
  const figures: Figure[] = []
  const articles = run.quick ? run.stock.natural.slice(-1) : run.stock.natural
  for (const article of articles) {
    const what = `article page of ${round(article.comments)} comments, cached`
    figures.push(...(await besideBare(run, server.port, article.path, what)))
  }
  await server.stop()
  return figures
}

/** How fast a cached page is beside a bare server with the same bytes. */
export async function besideBare({ stock, ...run }: Run, port: number, path: string, what: string): Promise<Figure[]> {
  const seconds = run.quick ? run.seconds : TIMES_AS_LONG * run.seconds
  const page = await capture(port, path)
  const bareServer = await bareHttp(stock.folder(), page)
  const nginxServer = await nginx(stock.folder(), page)
  const rates = await inTurns<{ ours: Turn; bare: Turn; nginx?: Turn }>(seconds, {
    ours: loading({ port, path }),
    bare: loading({ port: bareServer.port, path: '/' }),
    ...(nginxServer && { nginx: loading({ port: nginxServer.port, path: '/' }) }),
  })
  await bareServer.stop()
  await nginxServer?.stop()
  const { ours, bare } = rates
  const beside = `${round(bare.perSecond)} bare node:http, ${rates.nginx ? round(rates.nginx.perSecond) : 'no'} nginx`
  const slowest = `${round(bare.p99Ms)} ms bare node:http`
  return [
    atLeast(
      `${what} (${kilobytes(page.body)})`,
      `${round(ours.perSecond)} /s`,
      beside,
      ratioOf(ours, bare, 'perSecond'),
      RATE,
    ),
    notOver(`${what}: p99`, `${round(ours.p99Ms)} ms`, slowest, ratioOf(ours, bare, 'p99Ms'), SLOWEST),
  ]
}

export function kilobytes(body: Buffer): string {
  return `${round(body.length / 1_000)} kB`
}
