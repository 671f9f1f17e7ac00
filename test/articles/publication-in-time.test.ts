import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importArticles } from '../../src/exchange/articles/index.ts'
import { latestSeq } from '../../src/store/index.ts'
import { articlesFolder, changed } from '../support/articles-folder.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, type Site, say, visitor } from '../support/site.ts'

const DAY = 86_400_000
const AT_MOST_MS = 1_000

/** Every address under which readers, feed readers or machines could meet an article. */
const EVERYWHERE = [
  '/en/',
  '/en/feed.atom',
  '/en/section/towns',
  '/en/section/towns/feed.atom',
  '/en/search?q=fast',
  '/en/the-clock',
  '/en/the-clock/feed.atom',
  '/en/the-clock/comment',
]

for (const { name, open } of DATABASES) {
  test(`on ${name}, an article dated ahead is nowhere until its time, and then there within a second`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    await bringIn(site, changed('clock/article.yaml', 'published: 2014-10-15T09:41', `published: ${inDays(site, 1)}`))
    const reader = browserAt(site.url)

    for (const path of EVERYWHERE) {
      const { text } = await reader.get(path)
      assert.doesNotMatch(text, /The clock/, path)
    }
    assert.equal((await reader.get('/en/the-clock')).status, 404)
    assert.equal((await reader.get('/a/1/map')).status, 404)
    const ada = await visitor(site, 'Ada')
    const early = await browserAt(site.url, ada.cookies).post('/a/1/comments', { words: 'Too early.' })
    assert.equal(early.status, 404)

    site.wait(2 * DAY)
    const due = performance.now()
    while ((await reader.get('/en/the-clock')).status !== 200)
      assert.ok(performance.now() - due < AT_MOST_MS, 'it is not there in time')
    for (const path of ['/en/', '/en/feed.atom', '/en/section/towns', '/en/section/towns/feed.atom'])
      assert.match((await reader.get(path)).text, /The clock/, path)
  })

  test(`on ${name}, an article that is dated later again goes out of sight`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    await bringIn(site)
    const reader = browserAt(site.url)
    assert.equal((await reader.get('/en/the-clock')).status, 200)
    await bringIn(site, changed('clock/article.yaml', 'published: 2014-10-15T09:41', `published: ${inDays(site, 1)}`))
    assert.equal((await reader.get('/en/the-clock')).status, 404)
    assert.doesNotMatch((await reader.get('/en/')).text, /The clock/)
  })

  test(`on ${name}, an address that an article has left leads on, and what feeds know it by stays`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    await bringIn(site)
    const { person, cookies } = await visitor(site, 'Ada')
    await say(site, person, 1 as Parameters<typeof say>[2], 'It was never fast.')
    const reader = browserAt(site.url, cookies)
    const ids = async (path: string) =>
      [...(await reader.get(path)).text.matchAll(/<id>([^<]+)<\/id>/g)].map(([, id]) => id!)
    const before = { articles: (await ids('/en/feed.atom')).slice(1), talk: await ids('/en/the-clock/feed.atom') }
    assert.ok(before.articles.length === 1 && before.talk.length === 2)

    await bringIn(site, changed('clock/en.md', 'slug: the-clock', 'slug: the-hour'))
    await bringIn(site, changed('clock/en.md', 'slug: the-clock', 'slug: часы'))
    for (const former of ['the-clock', 'the-hour'])
      for (const below of ['', '/feed.atom', '/comment']) {
        const { status, location } = await reader.get(`/en/${former}${below}?order=newest`)
        assert.equal(status, 308, former + below)
        assert.match(location, new RegExp(`^/en/${encodeURIComponent('часы')}${below}\\?order=newest`))
      }
    assert.deepEqual((await ids('/en/feed.atom')).slice(1), before.articles)
    assert.deepEqual(await ids(`/en/${encodeURIComponent('часы')}/feed.atom`), before.talk)

    const other = changed('clock/en.md', 'slug: the-clock', 'slug: часы')
    const folder = { ...other, 'tower/article.yaml': 'published: 2020-01-01T10:00\n', 'tower/en.md': TOWER }
    await assert.rejects(bringIn(site, folder), /the-clock/, 'nothing else may take an address that leads on')

    await bringIn(site)
    assert.equal((await reader.get('/en/the-clock')).status, 200, 'an article may come back to an address of its own')
    assert.equal((await reader.get('/en/the-hour')).status, 308)
  })

  test(`on ${name}, what feeds hold is spelled in full`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    const quoting = 'It has been *fast*, see [the rules](/en/rules) and [below](#p-2), since 1911.'
    await bringIn(site, changed('clock/en.md', 'It has been *fast* since 1911.', quoting))
    const { person, cookies } = await visitor(site, 'Ada')
    await visitor(site, 'Grace')
    await browserAt(site.url, cookies).post('/a/1/comments', { words: 'As @Grace said: `href="/x"`.' })
    const reader = browserAt(site.url)
    for (const path of ['/en/feed.atom', '/en/the-clock/feed.atom', `/people/${person.id}/feed.atom`]) {
      const { text } = await reader.get(path)
      const contents = [...text.matchAll(/<content[^>]*>([\s\S]*?)<\/content>/g)].map(([, html]) => unescaped(html!))
      const addresses = contents.flatMap((html) =>
        [...html.matchAll(/<[^>]* (?:href|src)="([^"]*)"/g)].map(([, it]) => it!),
      )
      assert.ok(addresses.length > 0, path)
      for (const address of addresses) assert.ok(address.startsWith(site.url), `${path} holds ${address}`)
    }
  })
}

const TOWER = '---\ntitle: The tower\nslug: the-clock\n---\nIt is tall.\n'

async function bringIn(site: Site, changes: Record<string, string> = {}) {
  using folder = articlesFolder(changes)
  const { store, media, clock, tail } = site.parley
  await importArticles({ store, folder: folder.folder, media, at: clock() })
  await tail.until(await latestSeq(store))
}

function inDays(site: Site, days: number): string {
  return new Date(site.parley.clock() + days * DAY).toISOString().slice(0, 16)
}

function unescaped(html: string): string {
  const cdata = /^\s*<!\[CDATA\[([\s\S]*)\]\]>\s*$/.exec(html)
  return cdata
    ? cdata[1]!
    : html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
