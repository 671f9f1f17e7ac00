import { bareRate } from './article-page.ts'
import { articleIdOf } from './articles.ts'
import { capture } from './limits.ts'
import { client, load } from './load.ts'
import { signIn } from './people.ts'
import { atLeast, type Figure, justSaid, type Run, round } from './question.ts'
import { serve } from './server.ts'

const POSTED_PER_SECOND = 20
/** Each waits for an answer before the next comment, so there are enough of them. */
const POSTERS = 20
const RATE = 0.5
const LONGEST_SECONDS = 120

/** How fast is the page while people post to that very discussion, and are others left alone? */
export async function whilePosting(run: Run): Promise<Figure[]> {
  const server = await serve({ folder: run.stock.fresh() })
  const [, article, other] = run.stock.natural
  const [articleId, cookies] = [await articleIdOf(server, article), await signIn(server, 4)]
  const page = await capture(server.port, article.path)
  const bare = await bareRate(run, page)
  const common = { port: server.port, origin: server.origin, articleId, cookies, seconds: LONGEST_SECONDS }
  const posters = client({ kind: 'post', ...common, connections: POSTERS, perSecond: POSTED_PER_SECOND / POSTERS })
  const busy = await load({ port: server.port, path: article.path, seconds: run.seconds })
  const apart = await load({ port: server.port, path: other.path, seconds: run.seconds })
  posters.stop()
  const { count, seconds, p99Ms } = await posters.done
  await server.stop()
  const what = `article page while ${round(count / seconds)} comments/s are posted to it`
  const beside = `${round(bare.perSecond)} bare node:http`
  return [
    atLeast(what, `${round(busy.perSecond)} /s`, beside, busy.perSecond / bare.perSecond, RATE),
    justSaid('another article meanwhile', `${round(apart.perSecond)} /s`, beside),
    justSaid('posting meanwhile, p99', `${round(p99Ms)} ms`),
  ]
}
