import assert from 'node:assert/strict'
import { test } from 'node:test'
import { latestSeq, openDatabase } from '../../src/store/index.ts'
import { onPostgres, POSTGRES } from '../support/databases.ts'
import { browserAt, type Page } from '../support/front-door.ts'
import { noted } from '../support/noted.ts'
import { proxyTo } from '../support/proxy.ts'
import { openSite, publish, visitor } from '../support/site.ts'

const ARTICLE = { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' }
const PATIENCE_MS = 800
const CONNECTIONS = 10
const SILENT = /the database does not answer/

/** A site whose line to PostgreSQL can be hushed and broken. */
async function openBehindProxy(patienceMs = PATIENCE_MS) {
  const ending = new AsyncDisposableStack()
  const fresh = await POSTGRES.open()
  ending.defer(() => fresh.close())
  const proxy = ending.use(await proxyTo(fresh.url))
  const site = ending.use(await openSite(proxy.url, { patienceMs }))
  ending.defer(() => proxy.goOn())
  return { proxy, site, [Symbol.asyncDispose]: () => ending.disposeAsync() }
}

test(
  'readers are told in time that PostgreSQL is silent, and read and write on when it answers',
  onPostgres,
  async () => {
    await using open = await openBehindProxy()
    const { proxy, site } = open
    const articleId = await publish(site, ARTICLE)
    const { person, cookies } = await visitor(site, 'Ada')
    const browser = browserAt(site.url, cookies)
    const look = () => browser.get(`/people/${person.id}?language=en`)
    const post = (words: string) => browser.post(`/a/${articleId}/comments`, { words, language: 'en' })

    for (const fallSilent of [proxy.hush, proxy.stop]) {
      assert.equal((await browser.get('/en/ferry')).status, 200)
      fallSilent()
      for (const page of [await look(), await post('Lost'), await browser.get('/en/search?words=lost')]) {
        assert.equal(page.status, 503)
        assert.match(page.text, SILENT)
        assert.match(page.headers.get('content-type')!, /^text\/html/)
      }
      await assert.rejects(
        site.parley.store.write(async () => {}),
        { key: 'store.silent' },
      )
      assert.equal((await browser.get('/en/ferry')).status, 200, 'a page that is kept asks nobody')
      proxy.goOn()
      await well(look)
      assert.equal((await post(`After ${fallSilent.name}`)).status, 303)
    }
  },
)

test(
  'who comes first while PostgreSQL is silent is told so without a page around it, and those after it read',
  onPostgres,
  async () => {
    await using open = await openBehindProxy()
    const { proxy, site } = open
    await publish(site, ARTICLE)
    const { store, tail } = site.parley
    await tail.until(await latestSeq(store), 10_000)
    const look = () => browserAt(site.url).get('/en/ferry')
    proxy.hush()
    const first = await look()
    assert.equal(first.status, 503)
    assert.match(first.text, SILENT)
    assert.match(first.headers.get('content-type')!, /^text\/plain/)
    proxy.goOn()
    await well(look)
  },
)

test(
  'who finds every connection to PostgreSQL in use is told so in time, and the changes under way are made',
  onPostgres,
  async () => {
    await using open = await openBehindProxy(PATIENCE_MS * 5)
    const { site } = open
    await publish(site, ARTICLE)
    const { store } = site.parley
    const look = () => browserAt(site.url).get('/en/ferry')
    const [mayEnd, allBegun] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const begun = new Set<number>()
    const changes = Array.from({ length: CONNECTIONS }, (_, one) =>
      store.write(async (tx) => {
        if (begun.add(one).size === CONNECTIONS) allBegun.resolve()
        await mayEnd.promise
        tx.note(noted(), { at: 1 })
      }),
    )
    await Promise.race([allBegun.promise, Promise.all(changes)])
    const refused = await look()
    assert.equal(refused.status, 503)
    assert.match(refused.text, SILENT)
    mayEnd.resolve()
    assert.equal(new Set((await Promise.all(changes)).map(({ seq }) => seq)).size, CONNECTIONS)
    assert.equal((await look()).status, 200)
  },
)

test('what is open to a PostgreSQL that is silent is let go at the end', onPostgres, async () => {
  await using ending = new AsyncDisposableStack()
  const fresh = await POSTGRES.open()
  ending.defer(() => fresh.close())
  const proxy = ending.use(await proxyTo(fresh.url))
  const database = await openDatabase(proxy.url)
  await database.transact(async () => {})
  proxy.hush()
  const lost = database.transact(async () => {})
  await Promise.all([assert.rejects(lost), database.close()])
})

async function well(look: () => Promise<Page>) {
  while ((await look()).status !== 200);
}
