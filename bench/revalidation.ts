import { bareHttp, capture } from './limits.ts'
import { loading } from './load.ts'
import { atLeast, type Figure, type Run, round } from './question.ts'
import { serve } from './server.ts'
import { inTurns, ratioOf } from './turns.ts'

/** Is a browser that holds the page answered at least as fast as one that does not? */
export async function revalidation({ stock, seconds }: Run): Promise<Figure[]> {
  const server = await serve(await stock.fresh())
  const [, { path }] = stock.natural
  const page = await capture(server.port, path)
  const bareServer = await bareHttp(stock.folder(), page)
  const headers = { 'if-none-match': page.etag }
  const { asked, whole, bare } = await inTurns(seconds, {
    asked: loading({ port: server.port, path, headers }),
    whole: loading({ port: server.port, path }),
    bare: loading({ port: bareServer.port, path: '/', headers }),
  })
  await server.stop()
  await bareServer.stop()
  const beside = `${round(whole.perSecond)} the full page, ${round(bare.perSecond)} bare node:http`
  const ratio = ratioOf(asked, whole, 'perSecond')
  return [atLeast('revalidation (If-None-Match)', `${round(asked.perSecond)} /s`, beside, ratio, 1)]
}
