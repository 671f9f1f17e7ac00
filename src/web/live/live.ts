import type { ServerResponse } from 'node:http'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { articleById } from '../../domain/articles/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Ask, Handler } from '../http/ask.ts'
import { clientOf } from '../http/client-of.ts'
import type { Web } from '../web.ts'
import type { ArticleId } from './changes.ts'
import { StreamConnection } from './line.ts'
import { type Looked, MOST_WATCHED } from './streams.ts'

const PARAMETERS = ['article', 'language', 'since']
type Triple<T> = [T, T, T]
const JSON_HEADERS = { 'cache-control': 'no-store', 'content-type': 'application/json' }

/** One stream for all that a browser looks at: `?article=…&language=…&since=…`, once or several times, and with `notices` also what its person is told. */
export const show: Handler = async (ask) => {
  const { c, web } = ask
  const discussions = await known(web, await discussionsIn(ask))
  const person = ask.query('notices') ? await ask.asker() : undefined
  if (discussions.length === 0 && !person) throw new Trouble('missing', 'article.missing')
  const client = clientOf(ask)
  web.live.mustHaveRoom(client)
  const out = c.env.outgoing as ServerResponse
  if (!out.socket || c.req.method === 'HEAD') return new Response(null)
  const cookies = ask.cookies.length > 0 && { 'set-cookie': ask.cookies }
  const line = new StreamConnection(out, out.socket, cookies || {})
  web.live.open(line, client, discussions, person && { id: person.id, isStillIn: stillIn(ask) })
  return RESPONSE_ALREADY_SENT
}

/** Asks about the session alone, and holds nothing else of the request. */
function stillIn({ web: { accounts }, header }: Ask) {
  const cookies = header('cookie')
  return async () => (await accounts.signedIn(cookies)) !== undefined
}

/** The same for pages that cannot have a stream: the next changes after `since`, and whether there are more. */
export const changes: Handler = async (ask) => {
  const { web } = ask
  const { seq } = web.tail
  const [looked] = await discussionsIn(ask)
  if (!looked) throw new Trouble('missing', 'article.missing')
  const { articleId, language } = looked
  if (looked.seq !== seq && (await known(web, [looked])).length === 0) throw new Trouble('missing', 'article.missing')
  const batch = await web.live.batches.after(articleId, language, looked.seq)
  const quiet = { article: articleId, language, seq: Math.max(looked.seq, seq), count: '', changes: [], more: false }
  return new Response(batch?.json ?? JSON.stringify(quiet), { headers: JSON_HEADERS })
}

/** The n-th article, language and number belong together. A stream that carries one discussion is resumed by Last-Event-ID. */
async function discussionsIn({ c, web }: Ask): Promise<Looked[]> {
  const [articles, languages, numbers] = PARAMETERS.map((name) => c.req.queries(name) ?? []) as Triple<string[]>
  if (articles.length > MOST_WATCHED) throw new Trouble('invalid', 'live.too-many', { count: MOST_WATCHED })
  const offered = await web.frames.languages()
  const last = articles.length === 1 ? c.req.header('last-event-id') : undefined
  return articles.map((article, n) => ({
    articleId: articleIn(article),
    language: offered.find((one) => one === languages[n]) ?? offered[0]!,
    seq: numberIn(last) ?? numberIn(numbers[n]) ?? web.tail.seq,
  }))
}

function articleIn(text: string): ArticleId {
  const id = idFrom<'article'>(text)
  if (!id) throw new Trouble('missing', 'article.missing')
  return id
}

/** One article that is not there does not keep a browser's other tabs from hearing; of one that is gone the page is told. */
async function known({ store, live }: Web, discussions: readonly Looked[]): Promise<Looked[]> {
  const areKnown = await Promise.all(
    discussions.map(async ({ articleId, seq }) => (await articleById(store, articleId)) || live.batches.isGone(seq)),
  )
  return discussions.filter((_, n) => areKnown[n])
}

function numberIn(text: string | undefined): number | undefined {
  return text === '0' ? 0 : idFrom(text)
}
