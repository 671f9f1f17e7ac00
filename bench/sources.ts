import { sql } from 'kysely'
import { getting, type Line, openLine } from './line.ts'
import { missIn } from './miss.ts'
import { atMost, type Figure, median, type Run, round } from './question.ts'
import { type Served, serve } from './server.ts'
import { drawn } from './sources/drawn-hops.ts'
import { fillSources, type Measure, type Sourced } from './sources/fill.ts'
import { opened, settled } from './stock.ts'

const LONG = { words: 30_000, marks: 500 }
const WHOLE: Measure = { outlets: 10_000, parties: 3_000, large: 10, articles: 500, claims: 100, long: LONG }
const TENTH: Measure = { outlets: 1_000, parties: 300, large: 10, articles: 50, claims: 100, long: LONG }

const HOPS_DRAWN = 200
const MOST_MS = { page: 50, drawing: 20 }
const SMALL_PAGES = 100

/** How long do the pages take that tell where everything comes from, when none of them is kept? */
export async function sources(run: Run): Promise<Figure[]> {
  const measure = run.quick ? TENTH : WHOLE
  const place = await run.stock.fresh()
  const filled = await opened(place, async ({ store }) => {
    const filled = await fillSources(store, measure)
    await sql`analyze`.execute(store.look() as never).catch(() => {})
    return filled
  })
  if (!run.quick) await settled(place)
  const server = await serve(place)
  const line = await openLine(server.port)
  const figures = [...(await longPage(run, server, line, filled)), ...(await citedPages(line, filled, measure))]
  line.close()
  await server.stop()
  const drawing = drawn(HOPS_DRAWN)
  return [...figures, atMost(`drawing of ${HOPS_DRAWN} hops, median`, median(drawing), 'ms', MOST_MS.drawing)]
}

/** The page of a long article after each comment on it. */
async function longPage(run: Run, server: Served, line: Line, { long }: Sourced): Promise<Figure[]> {
  const article = { ...long, comments: 0, shape: 'natural' as const }
  const times: number[] = []
  for (let turn = 0; turn < (run.quick ? 10 : 40); turn++)
    times.push(await missIn(line, server, article, run.stock.cookies[0]!))
  const what = `miss of ${round(LONG.words)} words with ${LONG.marks} anchors, median`
  return [atMost(what, median(times.slice(3)), 'ms', MOST_MS.page)]
}

/** Pages of outlets and of those who speak, each asked for once. */
async function citedPages(line: Line, { pages }: Sourced, { large }: Measure): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [of, all] of Object.entries(pages)) {
    const [most, others] = [all.slice(0, large), all.slice(large, large + SMALL_PAGES)]
    const small = await timesOf(line, others)
    const largest = await timesOf(line, most)
    figures.push(
      atMost(`page of ${of}, of ${round(all.length)}, median`, median(small), 'ms', MOST_MS.page),
      atMost(`page of the most cited ${of}, the slowest`, Math.max(...largest), 'ms', MOST_MS.page),
    )
  }
  return figures
}

async function timesOf(line: Line, paths: readonly string[]): Promise<number[]> {
  const times: number[] = []
  for (const path of paths) {
    const start = performance.now()
    const { status } = await line.ask(getting(path))
    times.push(performance.now() - start)
    if (status !== 200) throw new Error(`${path} was answered with ${status}`)
  }
  return times
}
