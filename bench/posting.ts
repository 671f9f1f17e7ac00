import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { type CommentId, shownRows } from '../src/domain/discussion/index.ts'
import { openDatabase, Store } from '../src/store/index.ts'
import type { Tally } from './client.ts'
import { CONNECTIONS, client } from './load.ts'
import { ROOT } from './processes.ts'
import { atLeast, atMost, type Figure, type Run, round } from './question.ts'
import { type Served, serve } from './server.ts'
import type { Stocked } from './stock.ts'

const RATE = 0.5
const SLOWEST_MS = 50
const AT_ONCE = 500
/** The engine compiles what is run often; a server is measured as it is after a while. */
const WARM_UP_SECONDS = 4

/** How many comments a second come in through the real form, and are they all there after a crash? */
export async function posting(run: Run): Promise<Figure[]> {
  const bare = await bareInserts(run)
  const server = await serve(await run.stock.fresh())
  const [, article] = run.stock.natural
  const tally = await posted(run, server, article)
  const lost = await lostIn(server, tally.ids)
  return [
    atLeast(
      'posting, 64 connections',
      `${round(rateOf(tally))} /s`,
      `${round(bare)} bare inserts`,
      rateOf(tally) / bare,
      RATE,
    ),
    atMost('posting, p99', tally.p99Ms, 'ms', SLOWEST_MS, `median ${round(tally.medianMs)} ms`),
    atMost('lost after kill -9', lost, `of ${tally.ids.length}`, 0),
  ]
}

/** Posts for some time, then kills the server in the midst of it. */
async function posted(run: Run, server: Served, article: Stocked): Promise<Tally> {
  const { port, origin } = server
  const common = { kind: 'post', port, origin, articleIds: [article.id], cookies: run.stock.cookies } as const
  await client({ ...common, connections: CONNECTIONS, seconds: run.quick ? 1 : WARM_UP_SECONDS }).done
  const posters = client({ ...common, connections: CONNECTIONS, seconds: 10 * run.seconds })
  await new Promise((resolve) => setTimeout(resolve, run.seconds * 1_000))
  await server.kill()
  return posters.done
}

function rateOf({ count, seconds }: Tally) {
  return count / seconds
}

export async function lostIn({ database }: Served, ids: readonly CommentId[]): Promise<number> {
  const opened = await openDatabase(database)
  const store = new Store(opened)
  let found = 0
  for (let first = 0; first < ids.length; first += AT_ONCE)
    found += (await shownRows(store, ids.slice(first, first + AT_ONCE))).length
  await opened.close()
  return ids.length - found
}

/** One-row inserts a second, each with a commit of its own. */
export async function bareInserts({ stock, seconds }: Run): Promise<number> {
  const order = ['bench/bare-inserts.ts', path.join(stock.folder(), 'bare.sqlite'), String(seconds)]
  const { stdout } = await promisify(execFile)(process.execPath, order, { cwd: ROOT })
  return Number(stdout)
}
