import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { Client } from 'pg'
import { type ArticleTables, publicationOf, savePublication, saveSection } from '../../src/domain/articles/index.ts'
import { languageFrom } from '../../src/kit/language.ts'
import { onPostgres, POSTGRES } from '../support/databases.ts'
import { grow } from '../support/growing.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'

const KEPT = 'public, max-age=0, must-revalidate'

/** A site with one article and something said on it, and a browser that sends these headers and takes things unpacked. */
async function open() {
  const site = await openSite()
  const { store, tail } = site.parley
  const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
  const names = { [languageFrom('en')!]: 'Water' }
  await tail.until((await store.write((tx) => saveSection(tx, { slug: 'water', position: 0, names }, 1))).seq)
  const comment = await say(site, (await visitor(site, 'Ada')).person, articleId, 'First of all')
  return {
    site,
    articleId,
    comment,
    ask: (path: string, headers: Record<string, string> = {}, method = 'GET') =>
      fetch(site.url + path, { method, headers: { 'accept-encoding': 'identity', ...headers } }),
    /** Changes the title without a word in the journal, so that only a page that is assembled anew shows it. */
    behindItsBack: (title: string) =>
      store.write((tx) => tx.change<ArticleTables>().updateTable('revision').set({ title }).execute()),
    /** Does something to the tables that no part of Parley does. */
    order: (words: string) => store.write((tx) => sql.raw(words).execute(tx.change())),
    [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
  }
}

test('every shared page says how it may be kept and that it comes packed in several ways, also to those who hold it', async () => {
  await using s = await open()
  const pages = [
    '',
    'ferry',
    `ferry?under=${s.comment.id}`,
    'ferry?order=best',
    'ferry/feed.atom',
    'feed.atom',
    'rules',
  ]
  const others = ['manifest.webmanifest', 'section/water', 'section/water/feed.atom']
  for (const path of [...[...pages, ...others].map((page) => `/en/${page}`), `/a/${s.articleId}/map`]) {
    for (const coding of ['br', 'gzip', 'identity', 'br']) {
      const whole = await s.ask(path, { 'accept-encoding': coding })
      const etag = whole.headers.get('etag')!
      const held = await s.ask(path, { 'accept-encoding': coding, 'if-none-match': etag })
      assert.deepEqual([whole.status, held.status, await held.text()], [200, 304, ''], `${path} as ${coding}`)
      for (const { headers } of [whole, held])
        assert.deepEqual(
          ['cache-control', 'vary', 'etag'].map((name) => headers.get(name)),
          [KEPT, 'Accept-Encoding', etag],
          `${path} as ${coding}`,
        )
    }
  }
})

test('who holds a page is told so by any of the ways to say it', async () => {
  await using s = await open()
  for (const assembled of ['assembled', 'kept']) {
    const etag = (await s.ask('/en/ferry')).headers.get('etag')!
    const status = async (held: string, headers = {}) =>
      (await s.ask('/en/ferry', { 'if-none-match': held, ...headers })).status
    for (const held of [etag, `W/${etag}`, '*', `"another", ${etag}`, `W/"another",W/${etag} , "third"`])
      assert.equal(await status(held), 304, `${held}, ${assembled}`)
    for (const held of ['"another"', etag.slice(1, -1), `"another", "third"`])
      assert.equal(await status(held), 200, `${held}, ${assembled}`)
    assert.equal(await status(etag, { 'accept-encoding': 'br' }), 200, 'packed it is another')
  }
})

test('a page comes in no form that the reader refuses', async () => {
  await using s = await open()
  const forms: [accepted: string, coding: string | null][] = [
    ['br;q=0, gzip', 'gzip'],
    ['br; q=0.000, gzip;q=0.5', 'gzip'],
    ['gzip;q=0,br;q=0', null],
    ['br;q=0.001', 'br'],
    ['BR;Q=0, GZip', 'gzip'],
    ['x-brotli, deflate', null],
    ['', null],
  ]
  for (const assembled of ['assembled', 'kept'])
    for (const [accepted, coding] of forms) {
      const { headers } = await s.ask('/en/ferry', { 'accept-encoding': accepted })
      assert.equal(headers.get('content-encoding'), coding, `${accepted}, ${assembled}`)
    }
})

/** What belongs to one answer or its connection. */
const OF_EACH = ['date', 'connection', 'keep-alive', 'transfer-encoding', 'x-request-id']

test('HEAD is answered as GET is, without the page', async () => {
  await using s = await open()
  for (const headers of [{}, { 'accept-encoding': 'br' }, { 'if-none-match': '*' }] as Record<string, string>[]) {
    const [head, whole] = [await s.ask('/en/ferry', headers, 'HEAD'), await s.ask('/en/ferry', headers)]
    assert.equal(await head.text(), '')
    assert.equal(head.status, whole.status)
    assert.deepEqual(told(head), told(whole))
  }

  function told({ headers }: Response) {
    return [...headers].filter(([name]) => !OF_EACH.includes(name))
  }
})

test('a page is kept once, however its address is spelled and whatever is added to it', async () => {
  await using s = await open()
  const under = `under=${s.comment.id}`
  const spellings: Record<string, readonly string[]> = {
    '/en/ferry': [
      '?order=zzz',
      '?order=oldest',
      '?after=abc',
      '?after=0',
      '?without=x.y',
      '?utm_source=a',
      '?order=best.',
    ],
    [`/en/ferry?order=newest&${under}`]: [`?${under}&order=newest`, `?order=newest&${under}&after=-1&ranking=1e3`],
    '/en/section/water': ['?before=then', '?before=1', '?order=newest', `?${under}`],
    '/en/': ['?order=best', '?before=1.1'],
    '/en/feed.atom': ['?before=1.1', '?after=7'],
  }
  for (const address of Object.keys(spellings)) assert.equal((await s.ask(address)).status, 200)
  await s.behindItsBack('Behind its back')
  for (const [address, others] of Object.entries(spellings)) {
    const etag = (await s.ask(address)).headers.get('etag')!
    const path = address.replace(/\?.*/, '')
    const escaped = path.replace('f', '%66').replace('w', '%77')
    for (const other of [...others.map((query) => path + query), address.replace(path, escaped)])
      assert.equal((await s.ask(other)).headers.get('etag'), etag, other)
  }
  assert.match(await (await s.ask('/ru/ferry')).text(), /Behind its back/, 'what was not kept shows the present title')
})

test('a page that cannot be assembled fails for all who wait for it, and is assembled for the next who asks', async (t) => {
  await using s = await open()
  const logged = t.mock.method(process.stderr, 'write', () => true)
  await s.order('alter table "removal" rename to "away"')
  const answers = await Promise.all(Array.from({ length: 5 }, () => s.ask('/en/ferry')))
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([500]))
  assert.ok(logged.mock.callCount() > 0)
  for (const { headers } of answers) assert.equal(headers.get('cache-control'), 'no-store')
  await s.order('alter table "away" rename to "removal"')
  const next = await s.ask('/en/ferry')
  assert.deepEqual([next.status, next.headers.get('cache-control')], [200, KEPT])
})

test(
  'a page that took the name of the publication before it changed, and all else after, is not kept',
  onPostgres,
  async () => {
    await using ending = new AsyncDisposableStack()
    const database = await POSTGRES.open()
    ending.defer(() => database.close())
    const site = ending.use(await openSite(database.url))
    const { store, tail } = site.parley
    const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    await grow(store, articleId, Array(60).fill(0))
    const pageOf = async (path: string) => (await fetch(site.url + path)).text()
    assert.match(await pageOf('/en/ferry'), /The Harbour Review/)

    const holder = new Client(database.url)
    await holder.connect()
    ending.defer(() => holder.end())
    await holder.query('begin')
    await holder.query('lock table "ranking" in access exclusive mode')
    const asked = pageOf('/en/ferry?order=best')
    const waiting = 'select from pg_locks where not granted and relation = $1::regclass'
    while ((await holder.query(waiting, ['"ranking"'])).rowCount === 0);
    const renamed = await store.write(async (tx) => {
      const { languages, ...rest } = await publicationOf(tx)
      const names = languages.map((words) => ({ ...words, name: 'The Tidal Review' }))
      await savePublication(tx, { ...rest, languages: names }, 1)
    })
    await tail.until(renamed.seq)
    await holder.query('commit')
    assert.match(await asked, /The Harbour Review/)
    assert.match(await pageOf('/en/ferry?order=best'), /The Tidal Review/)
  },
)
