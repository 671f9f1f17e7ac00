import { bareRate } from './article-page.ts'
import { capture } from './limits.ts'
import { load } from './load.ts'
import { atLeast, type Figure, type Run, round } from './question.ts'
import { serve } from './server.ts'

/** Is a browser that holds the page answered at least as fast as one that does not? */
export async function revalidation(run: Run): Promise<Figure[]> {
  const server = await serve({ folder: run.stock.fresh() })
  const [, { path }] = run.stock.natural
  const page = await capture(server.port, path)
  const headers = { 'if-none-match': page.etag }
  const whole = await load({ port: server.port, path, seconds: run.seconds })
  const asked = await load({ port: server.port, path, seconds: run.seconds, headers })
  await server.stop()
  const bare = await bareRate(run, page, headers)
  const beside = `${round(whole.perSecond)} the full page, ${round(bare.perSecond)} bare node:http`
  return [
    atLeast(
      'revalidation (If-None-Match)',
      `${round(asked.perSecond)} /s`,
      beside,
      asked.perSecond / whole.perSecond,
      1,
    ),
  ]
}
