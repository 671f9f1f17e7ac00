import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { SaxesParser } from 'saxes'
import { saveBylines, saveTag, tagBySlugs } from '../../src/domain/articles/index.ts'
import { DAY_MS } from '../../src/kit/clock.ts'
import { languageFrom } from '../../src/kit/language.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, visitor } from '../support/site.ts'

const ARTICLE = { slug: 'ferry', title: 'The ferry & the <quay>', words: 'It *leaves* at nine.', section: 'ports' }

for (const { name, open } of DATABASES) {
  describe(`what is published on ${name}`, () => {
    test('is listed for those who search the web, and as news for two days', async () => {
      await using s = await stage(open)
      const robots = await s.reader.get('/robots.txt')
      assert.match(robots.headers.get('content-type')!, /^text\/plain/)
      assert.ok(robots.text.includes(`Sitemap: ${s.site.url}/sitemap.xml`))
      const parts = locsIn((await s.reader.get('/sitemap.xml')).text)
      assert.deepEqual(parts, [`${s.site.url}/sitemap/pages.xml`, `${s.site.url}/sitemap/0.xml`])
      const all = []
      for (const part of parts) all.push(...locsIn((await s.reader.get(part)).text))
      const paths = all.map((loc) => loc.slice(s.site.url.length))
      const around = ['/en/', '/en/section/ports', '/en/tag/boats', '/ru/', '/ru/section/ports', '/ru/tag/boats']
      assert.deepEqual(paths, [...around, '/en/ferry', '/ru/ferry'])
      const news = (await s.reader.get('/news-sitemap.xml')).text
      assert.equal(locsIn(news).length, 2)
      assert.match(news, /<news:title>The ferry &amp; the &lt;quay&gt;<\/news:title>/)
      s.site.wait(2 * DAY_MS)
      assert.deepEqual(locsIn((await s.reader.get('/news-sitemap.xml')).text), [])
      assert.equal((await s.reader.get('/sitemap/nothing.xml')).status, 404)
    })

    test('comes as Atom, RSS and JSON Feed, whose entries have one id', async () => {
      await using s = await stage(open)
      const front = (await s.reader.get('/en/')).text
      for (const place of ['/en', '/en/section/ports', `/en/person/${s.author}`]) {
        const [atom, rss, json] = await Promise.all(
          ['atom', 'rss', 'json'].map(async (form) => {
            const { status, text } = await s.reader.get(`${place}/feed.${form}`)
            assert.equal(status, 200, `${place} ${form}`)
            return text
          }),
        )
        const [, id] = /<entry>[\s\S]*?<id>([^<]+)<\/id>/.exec(atom!)!
        locsIn(rss!)
        assert.match(rss!, new RegExp(`<guid isPermaLink="false">${id}</guid>`))
        assert.match(rss!, /<p id="p-1">It <em>leaves<\/em> at nine\.<\/p>/)
        const feed = JSON.parse(json!)
        assert.deepEqual([feed.items[0].id, feed.items[0].title], [id, ARTICLE.title])
        assert.equal(feed.feed_url, `${s.site.url}${place}/feed.json`)
      }
      for (const type of ['application/rss+xml', 'application/feed+json'])
        assert.ok(front.includes(`type="${type}"`), type)
    })

    test('is found by who signed it, from the name above it', async () => {
      await using s = await stage(open)
      const article = (await s.reader.get('/en/ferry')).text
      assert.match(article, new RegExp(`<a rel="author" href="/en/person/${s.author}"><bdi>Pyotr</bdi></a>`))
      const page = (await s.reader.get(`/en/person/${s.author}`)).text
      assert.match(page, /<h1><bdi>Pyotr<\/bdi><\/h1>[\s\S]*href="\/en\/ferry"/)
      assert.match((await s.reader.get(`/ru/person/${s.author}`)).text, /<h1><bdi>Пётр<\/bdi>/)
      for (const nobody of [s.other, 99_999]) assert.equal((await s.reader.get(`/en/person/${nobody}`)).status, 404)
    })
  })
}

async function stage(open: (typeof DATABASES)[number]['open']) {
  await using ending = new AsyncDisposableStack()
  const database = await open()
  ending.defer(() => database.close())
  const site = ending.use(await openSite(database.url))
  const articleId = await publish(site, ARTICLE)
  const [author, other] = [await visitor(site, 'Пётр'), await visitor(site, 'Other')]
  const { store, tail, clock } = site.parley
  const byline = { editionId: null, personId: author.person.id, role: 'author', names: { en: 'Pyotr' } } as const
  const { seq } = await store.write(async (tx) => {
    await saveBylines(tx, articleId, [byline], clock())
    for (const slug of ['boats', 'trains']) await saveTag(tx, { slug, names: { [languageFrom('en')!]: slug } }, clock())
    await tagBySlugs(tx, articleId, ['boats'], clock())
  })
  await tail.until(seq)
  const moved = ending.move()
  const ids = { author: author.person.id, other: other.person.id }
  return { site, reader: browserAt(site.url), ...ids, [Symbol.asyncDispose]: () => moved.disposeAsync() }
}

/** What stands in each `loc`; throws where it is no XML. */
function locsIn(xml: string): string[] {
  const parser = new SaxesParser()
  parser.on('error', (error) => assert.fail(`${error.message}: ${xml.slice(0, 400)}`))
  parser.write(xml).close()
  return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc]) => loc!)
}
