import { randomUUID } from 'node:crypto'
import { getting, type Line, openLine, sending } from './line.ts'
import { atMost, type Figure, median, type Run, round } from './question.ts'
import { type Served, serve } from './server.ts'
import type { Stocked } from './stock.ts'

const LARGE_TO_SMALL = 1.5
const MOST_MS = 15

/** How long does the page take after each change to its discussion, whatever the size? */
export async function miss(run: Run): Promise<Figure[]> {
  const server = await serve(await run.stock.fresh())
  const medians: number[] = []
  for (const article of run.stock.natural) medians.push(await missOf(run, server, article))
  await server.stop()
  const [small, middle, large] = medians as [number, number, number]
  const [, , { comments }] = run.stock.natural
  const beside = `${round(small)} ms at ${round(run.stock.sizes[0])}, ${round(middle)} ms at ${round(run.stock.sizes[1])}`
  return [
    atMost(`miss at ${round(comments)} comments, median`, large, 'ms', MOST_MS, beside),
    {
      ...atMost('miss, largest to smallest', large / small, '', LARGE_TO_SMALL),
      ratio: large / small,
    },
  ]
}

/** The median in milliseconds of the first page after a comment, asked by one who waits for it. */
async function missOf(run: Run, server: Served, article: Stocked): Promise<number> {
  const cookie = run.stock.cookies[0]!
  const line = await openLine(server.port)
  const times: number[] = []
  for (let number = 0; number < (run.quick ? 25 : 200); number++)
    times.push(await missIn(line, server, article, cookie))
  line.close()
  return median(times)
}

/** The milliseconds of the first page after a comment. */
export async function missIn(line: Line, server: Served, article: Stocked, cookie: string): Promise<number> {
  const fields = { words: 'One more.', key: randomUUID() }
  const headers = { cookie, origin: server.origin, 'sec-fetch-site': 'same-origin' }
  const { status } = await line.ask(sending(`/a/${article.id}/comments`, fields, headers))
  if (status !== 303) throw new Error(`a post was answered with ${status}`)
  const start = performance.now()
  await line.ask(getting(article.path))
  return performance.now() - start
}
