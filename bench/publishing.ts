import { randomUUID } from 'node:crypto'
import type { ArticleTables } from '../src/domain/articles/index.ts'
import type { Parley } from '../src/parley.ts'
import { getting, openLine, sending } from './line.ts'
import { signInAs } from './people.ts'
import { atMost, type Figure, quantile, type Run, round } from './question.ts'
import { serve } from './server.ts'
import { opened, type Stocked } from './stock.ts'

const MOST_MS = 200
/** @NOTE the first since the start loads what the desk needs. */
const WARM_UP = 3

/** How long is it from the button to the page that says the new words, where very much is said under it? */
export async function publishing({ stock, quick }: Run): Promise<Figure[]> {
  const [, , article] = stock.natural
  const place = await stock.fresh()
  const { cookie, edition, base } = await opened(place, (parley) => readyToWrite(parley, article))
  const server = await serve(place)
  const line = await openLine(server.port)
  const headers = { cookie, origin: server.origin, 'sec-fetch-site': 'same-origin' }
  const took: number[] = []
  for (let time = 0; time < WARM_UP + (quick ? 10 : 50); time++) {
    const said = `It leaves at ${time} past nine.`
    const typed = { title: 'The ferry', standfirst: '', words: said, pictureAlt: '', pictureCaption: '' }
    const fields = { ...typed, base: String(base + time), language: 'en', key: randomUUID() }
    const begun = performance.now()
    const { status, body } = await line.ask(sending(`/desk/editions/${edition}/publication`, fields, headers))
    if (status !== 303) throw new Error(`publishing was answered with ${status}: ${body}`)
    const page = await line.ask(getting(article.path, { 'accept-encoding': 'identity' }))
    took.push(performance.now() - begun)
    if (!page.body.includes(said)) throw new Error('The page does not say what was published.')
  }
  line.close()
  await server.stop()
  const what = `from “publish” to the page, ${round(article.comments)} comments: p95`
  return [atMost(what, quantile(took.slice(WARM_UP), 0.95), 'ms', MOST_MS)]
}

async function readyToWrite(parley: Parley, { id }: Stocked) {
  const found = await parley.store
    .look<ArticleTables>()
    .selectFrom('edition')
    .innerJoin('revision', 'revision.id', 'edition.latestId')
    .select(['edition.id', 'revision.number'])
    .where('edition.articleId', '=', id as never)
    .executeTakeFirstOrThrow()
  return { cookie: await signInAs(parley, 'editor'), edition: found.id, base: found.number }
}
