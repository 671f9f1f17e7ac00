import { getting, type Line, openLine } from './line.ts'
import { type Figure, median, notOver, type Run, round } from './question.ts'
import { serve } from './server.ts'
import type { Shaped } from './stock.ts'

const FLAT = 1.2
const STRETCHES = 10
const LINK = /<a class="more(?: further)?"[^>]* href="([^"#]+)#discussion">/g

/** Does a page take the same time wherever in a discussion it stands? */
export async function paging(run: Run): Promise<Figure[]> {
  const { stock } = run
  const plain = await serve(await stock.fresh())
  const natural = await walked(run, plain.port, stock.natural[2], 'further')
  await plain.stop()
  const shaped = await serve(await stock.freshShapes())
  const star = await walked(run, shaped.port, stock.star, 'replies')
  const chain = await walked(run, shaped.port, stock.chain, 'replies')
  await shaped.stop()
  return [natural, star, chain]
}

/** Follows the links from page to page on stretches from the first page to the last, in turn a page on each, and compares the stretches. */
async function walked(run: Run, port: number, article: Shaped, kind: Kind): Promise<Figure> {
  const line = await openLine(port)
  const first = await nextOf(line, article.path, kind)
  const stretches = Array.from({ length: STRETCHES }, (_, at) => stretchAt(placeIn(first!, article, at / STRETCHES)))
  const [warmUp, turns] = run.quick ? [2, 5] : [5, 200]
  for (let turn = 0; turn < warmUp + turns; turn++)
    for (const stretch of stretches) await walkOn(line, stretch, kind, turn >= warmUp)
  line.close()
  const medians = stretches.map(({ times }) => median(times))
  const [fastest, slowest] = [Math.min(...medians), Math.max(...medians)]
  const what = `paging, ${article.shape}, ${round(article.comments)} comments`
  return notOver(what, `${round(fastest)} to ${round(slowest)} ms a page`, '', slowest / fastest, FLAT)
}

type Kind = 'further' | 'replies'

interface Stretch {
  next: string | undefined
  times: number[]
}

function stretchAt(next: string): Stretch {
  return { next, times: [] }
}

/** Reads the next page of a stretch; while the server warms up, it is not counted. */
async function walkOn(line: Line, stretch: Stretch, kind: Kind, isCounted: boolean) {
  const { next } = stretch
  if (!next) return
  const start = performance.now()
  const { body, status } = await line.ask(getting(next, { 'accept-encoding': 'identity' }))
  if (isCounted) stretch.times.push(performance.now() - start)
  if (status !== 200) throw new Error(`${next} was answered with ${status}`)
  stretch.next = linkIn(body.toString(), kind)
}

async function nextOf(line: Line, path: string, kind: Kind) {
  const { body } = await line.ask(getting(path, { 'accept-encoding': 'identity' }))
  return linkIn(body.toString(), kind)
}

/** The link to further threads, or to the last of the further replies. */
function linkIn(html: string, kind: Kind): string | undefined {
  const links = [...html.matchAll(LINK)].filter(([tag]) => tag.includes('further') === (kind === 'further'))
  return links.at(-1)?.[1]?.replaceAll('&amp;', '&')
}

/** The page of a stretch's beginning: the cursor, or down a chain the comment, moved on by a share of the whole. */
function placeIn(first: string, { comments, shape }: Shaped, share: number): string {
  const moved = Math.floor(share * comments * (shape === 'natural' ? 0.4 : 1))
  const name = shape === 'chain' ? 'under' : 'after'
  return first.replace(new RegExp(`${name}=(\\d+)`), (_, from: string) => `${name}=${Number(from) + moved}`)
}
