import type { ServerResponse } from 'node:http'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { articleById } from '../../domain/articles/index.ts'
import type { Accounts } from '../../domain/people/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Frames } from '../html/frames.ts'
import type { Ask } from '../http/ask.ts'
import { flag, list } from '../http/shapes.ts'
import { taking } from '../http/taking.ts'
import type { ArticleId } from './changes.ts'
import { StreamConnection } from './line.ts'
import { type LiveStreams, type Looked, MOST_WATCHED } from './streams.ts'

/** The n-th article, language and number belong together. */
const LOOKED = { article: list, language: list, since: list }
const JSON_HEADERS = { 'cache-control': 'no-store', 'content-type': 'application/json' }

export interface Given {
  live: LiveStreams
  frames: Frames
  accounts: Accounts
}

/** One stream for all that a browser looks at: `?article=…&language=…&since=…`, once or several times, and with `notices` also what its person is told. */
export const show = taking(
  { query: { ...LOOKED, notices: flag } },
  async (ask, { notices, ...looked }, given: Given) => {
    const { c } = ask
    const { live } = given
    const discussions = await known(ask, live, await discussionsIn(ask, given, looked))
    const person = notices ? await ask.asker() : undefined
    if (discussions.length === 0 && !person) throw new Trouble('missing', 'article.missing')
    const client = ask.client()
    live.mustHaveRoom(client)
    const out = c.env.outgoing as ServerResponse
    if (!out.socket || c.req.method === 'HEAD') return new Response(null)
    const cookies = ask.cookies.length > 0 && { 'set-cookie': ask.cookies }
    const line = new StreamConnection(out, out.socket, cookies || {})
    live.open(line, client, discussions, person && { id: person.id, isStillIn: stillIn(ask, given) })
    return RESPONSE_ALREADY_SENT
  },
)

/** Asks about the session alone, and holds nothing else of the request. */
function stillIn({ header }: Ask, { accounts }: Given) {
  const cookies = header('cookie')
  return async () => (await accounts.signedIn(cookies)) !== undefined
}

/** The same for pages that cannot have a stream: the next changes after `since`, and whether there are more. */
export const changes = taking({ query: LOOKED }, async (ask, taken, given: Given) => {
  const { seq } = ask.tail
  const { live } = given
  const [looked] = await discussionsIn(ask, given, taken)
  if (!looked) throw new Trouble('missing', 'article.missing')
  const { articleId, language } = looked
  if (looked.seq !== seq && (await known(ask, live, [looked])).length === 0)
    throw new Trouble('missing', 'article.missing')
  const batch = await live.batches.after(articleId, language, looked.seq)
  const quiet = { article: articleId, language, seq: Math.max(looked.seq, seq), count: '', changes: [], more: false }
  return new Response(batch?.json ?? JSON.stringify(quiet), { headers: JSON_HEADERS })
})

type Named = Record<keyof typeof LOOKED, readonly string[]>

/** A stream that carries one discussion is resumed by Last-Event-ID. */
async function discussionsIn(ask: Ask, { frames }: Given, named: Named): Promise<Looked[]> {
  const { article: articles, language: languages, since: numbers } = named
  if (articles.length > MOST_WATCHED) throw new Trouble('invalid', 'live.too-many', { count: MOST_WATCHED })
  const offered = await frames.languages()
  const last = articles.length === 1 ? ask.header('last-event-id') : undefined
  return articles.map((article, n) => ({
    articleId: articleIn(article),
    language: offered.find((one) => one === languages[n]) ?? offered[0]!,
    seq: numberIn(last) ?? numberIn(numbers[n]) ?? ask.tail.seq,
  }))
}

function articleIn(text: string): ArticleId {
  const id = idFrom<'article'>(text)
  if (!id) throw new Trouble('missing', 'article.missing')
  return id
}

/** One article that is not there does not keep a browser's other tabs from hearing; of one that is gone the page is told. */
async function known({ store }: Ask, live: LiveStreams, discussions: readonly Looked[]): Promise<Looked[]> {
  const areKnown = await Promise.all(
    discussions.map(async ({ articleId, seq }) => (await articleById(store, articleId)) || live.batches.isGone(seq)),
  )
  return discussions.filter((_, n) => areKnown[n])
}

function numberIn(text: string | undefined): number | undefined {
  return text === '0' ? 0 : idFrom(text)
}
