import { openLine } from './line.ts'
import { missIn } from './miss.ts'
import { type Figure, median, notOver, type Run, round } from './question.ts'
import { serve } from './server.ts'
import type { Stock } from './stock.ts'

const OF_SQLITE = 1.5

/** How long does a page take that is not kept, on PostgreSQL and on SQLite, in turns? */
export async function postgresMiss(run: Run, sqlite: Stock): Promise<Figure[]> {
  const servers = [await serve(await run.stock.fresh()), await serve(await sqlite.fresh())] as const
  const lines = await Promise.all(servers.map(({ port }) => openLine(port)))
  const articles = [run.stock.natural[2], sqlite.natural[2]]
  const cookies = [run.stock.cookies[0]!, sqlite.cookies[0]!]
  const times: [number[], number[]] = [[], []]
  const [warmUp, turns] = run.quick ? [3, 25] : [20, 200]
  for (let turn = 0; turn < warmUp + turns; turn++)
    for (const [at, server] of servers.entries()) {
      const took = await missIn(lines[at]!, server, articles[at]!, cookies[at]!)
      if (turn >= warmUp) times[at]!.push(took)
    }
  for (const line of lines) line.close()
  await Promise.all(servers.map(({ stop }) => stop()))
  const [ours, theirs] = times.map(median) as [number, number]
  const what = `miss at ${round(articles[0]!.comments)} comments, median`
  return [notOver(what, `${round(ours)} ms`, `${round(theirs)} ms on SQLite`, ours / theirs, OF_SQLITE)]
}
