import type { Tally } from './client.ts'
import { bareHttp, capture } from './limits.ts'
import { loading, whilst } from './load.ts'
import { atLeast, type Figure, justSaid, median, type Run, round } from './question.ts'
import { serve } from './server.ts'
import { inTurns, ratioOf } from './turns.ts'

const POSTED_PER_SECOND = 20
/** Each waits for an answer before the next comment, so there are enough of them. */
const POSTERS = 20
const RATE = 0.5

/** How fast is the page while people post to that very discussion, and are others left alone? */
export async function whilePosting({ stock, seconds }: Run): Promise<Figure[]> {
  const server = await serve(await stock.fresh())
  const [, article, other] = stock.natural
  const bareServer = await bareHttp(stock.folder(), await capture(server.port, article.path))
  const { port, origin } = server
  const pace = { connections: POSTERS, perSecond: POSTED_PER_SECOND / POSTERS }
  const posters = { kind: 'post', port, origin, articleIds: [article.id], cookies: stock.cookies, ...pace } as const
  const tallies: Tally[] = []
  const { busy, apart, bare } = await inTurns(seconds, {
    busy: whilst(posters, loading({ port, path: article.path }), tallies),
    apart: whilst(posters, loading({ port, path: other.path }), tallies),
    bare: loading({ port: bareServer.port, path: '/' }),
  })
  await server.stop()
  await bareServer.stop()
  const rate = median(tallies.map(({ count, seconds }) => count / seconds))
  const beside = `${round(bare.perSecond)} bare node:http`
  return [
    atLeast(
      `article page while ${round(rate)} comments/s are posted to it`,
      `${round(busy.perSecond)} /s`,
      beside,
      ratioOf(busy, bare, 'perSecond'),
      RATE,
    ),
    justSaid('another article meanwhile', `${round(apart.perSecond)} /s`, beside),
    justSaid('posting meanwhile, p99', `${round(median(tallies.map(({ p99Ms }) => p99Ms)))} ms`),
  ]
}
