import { getting, type Line, openLine } from './line.ts'
import { atMost, type Figure, median, type Run, round } from './question.ts'
import { serve } from './server.ts'
import type { Stocked } from './stock.ts'

const FLAT = 1.2
const STRETCHES = 10
const LINK = /<a class="more(?: further)?"[^>]* href="([^"#]+)#discussion">/g

/** Does a page take the same time wherever in a discussion it stands? */
export async function paging(run: Run): Promise<Figure[]> {
  const { stock } = run
  const plain = await serve({ folder: stock.fresh() })
  const natural = await walked(run, plain.port, stock.natural[2], 'further')
  await plain.stop()
  const shaped = await serve({ folder: await stock.freshShapes() })
  const star = await walked(run, shaped.port, stock.star, 'replies')
  const chain = await walked(run, shaped.port, stock.chain, 'replies')
  await shaped.stop()
  return [natural, star, chain]
}

/** Follows the links from page to page on stretches from the first page to the last, and compares the stretches. */
async function walked(run: Run, port: number, article: Stocked, kind: 'further' | 'replies'): Promise<Figure> {
  const line = await openLine(port)
  const pages = run.quick ? 15 : 100
  const first = await nextOf(line, article.path, kind)
  const medians: number[] = []
  for (let stretch = 0; stretch < STRETCHES; stretch++) {
    medians.push(await stretchFrom(line, placeIn(first!, article, stretch / STRETCHES), pages, kind))
  }
  line.close()
  const value = Math.max(...medians) / Math.min(...medians)
  const beside = `${round(Math.min(...medians))} to ${round(Math.max(...medians))} ms a page`
  return {
    ...atMost(`paging, ${article.shape}, ${round(article.comments)} comments`, value, '', FLAT, beside),
    ratio: value,
  }
}

async function stretchFrom(line: Line, path: string, pages: number, kind: 'further' | 'replies'): Promise<number> {
  const times: number[] = []
  let next: string | undefined = path
  for (let page = 0; page < pages && next; page++) {
    const start = performance.now()
    const { body, status } = await line.ask(getting(next, { 'accept-encoding': 'identity' }))
    times.push(performance.now() - start)
    if (status !== 200) throw new Error(`${next} was answered with ${status}`)
    next = linkIn(body.toString(), kind)
  }
  return median(times)
}

async function nextOf(line: Line, path: string, kind: 'further' | 'replies') {
  const { body } = await line.ask(getting(path, { 'accept-encoding': 'identity' }))
  return linkIn(body.toString(), kind)
}

/** The link to further threads, or to the last of the further replies. */
function linkIn(html: string, kind: 'further' | 'replies'): string | undefined {
  const links = [...html.matchAll(LINK)].filter(([tag]) => tag.includes('further') === (kind === 'further'))
  return links.at(-1)?.[1]?.replaceAll('&amp;', '&')
}

/** The page of a stretch's beginning: the cursor, or down a chain the comment, moved on by a share of the whole. */
function placeIn(first: string, { comments, shape }: Stocked, share: number): string {
  const moved = Math.floor(share * comments * (shape === 'natural' ? 0.4 : 1))
  const name = shape === 'chain' ? 'under' : 'after'
  return first.replace(new RegExp(`${name}=(\\d+)`), (_, from: string) => `${name}=${Number(from) + moved}`)
}
