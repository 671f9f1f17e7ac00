import { execFile } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import type { ArticleTables } from '../src/domain/articles/index.ts'
import { openDatabase, Store } from '../src/store/index.ts'
import { crashPostgres } from '../test/support/postgres/crash.ts'
import type { Tally } from './client.ts'
import { installed } from './debian.ts'
import { CONNECTIONS, client } from './load.ts'
import { databaseOf, type Place } from './places.ts'
import { lostIn } from './posting.ts'
import { freePort, parley, running } from './processes.ts'
import { atLeast, atMost, type Figure, justSaid, median, type Run, round } from './question.ts'
import { type Served, serve, settings } from './server.ts'
import type { Stock } from './stock.ts'

const OF_SQLITE = 0.4
const OF_PGBENCH = 0.08
const OVER_SLOW_LINE = 0.5
const SLOWEST_MS = 100
const LATE_MS = 5
const DISCUSSIONS = 10
const WARM_UP_SECONDS = 4
const ROUND_SECONDS = 3
const PGBENCH_CONNECTIONS = 10
const WORDS = 'What the report says of the ferry is not what was said.'

/** How many comments a second come in on PostgreSQL beside SQLite, near and far, and are they all there after a crash of either? */
export async function postgresPosting(run: Run, sqlite: Stock): Promise<Figure[]> {
  const place = await withDiscussions(await run.stock.fresh())
  const near = await serve(place.place)
  const far = await serve({ ...place.place, database: await behindSlowLine(place.place.database!) })
  const embedded = await serve(await sqlite.fresh())
  const [one, ten] = [[run.stock.natural[1].id], place.articleIds]
  const ways = {
    sqlite: posters(embedded, [sqlite.natural[1].id], sqlite),
    one: posters(near, one, run.stock),
    ten: posters(near, ten, run.stock),
    far: posters(far, ten, run.stock),
  }
  for (const post of Object.values(ways)) await post(run.quick ? 1 : WARM_UP_SECONDS)
  const tallies = Object.fromEntries(Object.keys(ways).map((name) => [name, [] as Tally[]])) as Record<
    keyof typeof ways,
    Tally[]
  >
  for (let round = 0; round < Math.max(2, run.seconds); round++)
    for (const [name, post] of Object.entries(ways))
      tallies[name as keyof typeof ways].push(await post(run.quick ? 1 : ROUND_SECONDS))
  await Promise.all([far.stop(), embedded.stop()])
  const pgbench = await bareInserts(place.place.database!, run)
  const ratio = (name: 'one' | 'ten' | 'far', to: 'sqlite' | 'ten') =>
    median(tallies[name].map((tally, at) => rateOf(tally) / rateOf(tallies[to][at]!)))
  const rate = (name: keyof typeof ways) => median(tallies[name].map(rateOf))
  const p99 = (name: keyof typeof ways) => median(tallies[name].map(({ p99Ms }) => p99Ms))
  return [
    ...(['one', 'ten'] as const).flatMap((name) => {
      const what = `posting, 64 connections, ${name === 'one' ? 'one discussion' : 'ten discussions'}`
      return [
        atLeast(
          what,
          `${round(rate(name))} /s`,
          `${round(rate('sqlite'))} on SQLite`,
          ratio(name, 'sqlite'),
          OF_SQLITE,
        ),
        pgbench
          ? atLeast(
              `${what}, beside pgbench`,
              `${round(rate(name))} /s`,
              `${round(pgbench)} one-row inserts`,
              rate(name) / pgbench,
              OF_PGBENCH,
            )
          : justSaid(`${what}, beside pgbench`, 'left out: there is no pgbench'),
        atMost(`${what}, p99`, p99(name), 'ms', SLOWEST_MS),
      ]
    }),
    atLeast(
      `the same with ${LATE_MS} ms each way to the database`,
      `${round(rate('far'))} /s`,
      `${round(rate('ten'))} near`,
      ratio('far', 'ten'),
      OVER_SLOW_LINE,
    ),
    ...(await crashes(run, near, ten)),
  ]
}

/** Kills PostgreSQL in the midst of it, and then the server. */
async function crashes(run: Run, near: Served, articleIds: readonly number[]): Promise<Figure[]> {
  const load = () =>
    client({ ...common(near, articleIds, run.stock), connections: CONNECTIONS, seconds: 10 * run.seconds }).done
  const [first] = await Promise.all([load(), later(run, () => crashPostgres(near.database))])
  const lostWithDatabase = await lostIn(near, first.ids)
  const [second] = await Promise.all([load(), later(run, near.kill)])
  const lostWithServer = await lostIn(near, second.ids)
  return [
    atMost('lost after kill -9 of PostgreSQL', lostWithDatabase, `of ${first.ids.length}`, 0),
    atMost('lost after kill -9 of the server', lostWithServer, `of ${second.ids.length}`, 0),
  ]
}

async function later(run: Run, work: () => Promise<unknown>) {
  await new Promise((resolve) => setTimeout(resolve, run.seconds * 1_000))
  await work()
}

function common({ port, origin }: Served, articleIds: readonly number[], { cookies }: Stock) {
  return { kind: 'post', port, origin, articleIds, cookies } as const
}

function posters(server: Served, articleIds: readonly number[], stock: Stock) {
  return (seconds: number) => client({ ...common(server, articleIds, stock), connections: CONNECTIONS, seconds }).done
}

function rateOf({ count, seconds }: Tally) {
  return count / seconds
}

/** The same place with ten more articles. */
async function withDiscussions(place: Place): Promise<{ place: Place; articleIds: number[] }> {
  const order = ['--comments', '1000', '--articles', String(DISCUSSIONS), '--seed', '4', '--shape', 'star']
  await parley(settings(place), 'generate', ...order)
  const database = await openDatabase(databaseOf(place))
  const editions = new Store(database).look<ArticleTables>().selectFrom('edition').select('articleId')
  const rows = await editions.where('slug', 'like', 'generated-star-4-%').execute()
  await database.close()
  return { place, articleIds: rows.map(({ articleId }) => articleId) }
}

async function behindSlowLine(database: string): Promise<string> {
  const [url, port] = [new URL(database), await freePort()]
  await running(port, process.execPath, ['bench/slow-line.ts', String(port), url.port, String(LATE_MS)])
  url.port = String(port)
  return url.href
}

/** One-row inserts a second by pgbench, each with a commit of its own. */
async function bareInserts(database: string, { stock, seconds }: Run): Promise<number | undefined> {
  const program = existsSync('/usr/bin/pgbench') ? '/usr/bin/pgbench' : await installed('pgbench', 'postgresql')
  if (!program) return
  const client = new Client(database)
  await client.connect()
  await client.query('create table said (id bigserial primary key, "articleId" bigint, words text, at bigint)')
  await client.end()
  const script = path.join(stock.folder(), 'insert.sql')
  writeFileSync(script, `insert into said ("articleId", words, at) values (1, '${WORDS}', 1);\n`)
  const flags = [
    '-n',
    '-M',
    'prepared',
    '-c',
    String(PGBENCH_CONNECTIONS),
    '-j',
    '1',
    '-T',
    String(Math.max(1, seconds)),
    '-f',
    script,
  ]
  const { stdout } = await promisify(execFile)(program, [...flags, database])
  return Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1]) || undefined
}
