import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, visitor } from '../support/site.ts'

const ARRANGED = { slug: 'ferry', section: 'ports', language: 'en' }

for (const { name, open } of DATABASES) {
  describe(`on ${name}, an article`, () => {
    test('is found under its tags, named in each language, on a page with feeds', async () => {
      await using s = await stage(open)
      const { editor, admin, reader } = s
      const arranged = await editor.post('/desk/editions/1/particulars', { ...ARRANGED, tag: 'Ferries & boats' })
      assert.equal(arranged.status, 303, arranged.text)
      assert.match(
        (await editor.get('/desk/editions/1?language=en')).text,
        /<input name="tag"[^>]*value="Ferries &amp; boats"/,
      )
      const link = /<a rel="tag" href="(\/en\/tag\/ferries-boats)">Ferries &amp; boats<\/a>/
      assert.match((await reader.get('/en/ferry')).text, link)
      const page = (await reader.get('/en/tag/ferries-boats')).text
      assert.match(page, /<h1><bdi>Ferries &amp; boats<\/bdi><\/h1>[\s\S]*href="\/en\/ferry"/)
      assert.doesNotMatch(page, /href="\/en\/road"/)
      for (const form of ['atom', 'rss', 'json'])
        assert.match((await reader.get(`/en/tag/ferries-boats/feed.${form}`)).text, /leaves at nine/, form)

      const both = new URLSearchParams({ slugs: 'ferries-boats', language: 'en' })
      for (const one of ['Ferries', 'Паромы']) both.append('names', one)
      const seen = await admin.post('/desk/publication/tags', { slugs: 'ferries-boats', names: 'Boats', preview: '1' })
      assert.match(seen.text, /This is a preview[\s\S]*<h1><bdi>Boats<\/bdi>[\s\S]*href="\/en\/ferry"/)
      assert.equal((await s.postAs(s.admins, '/desk/publication/tags', both)).status, 303)
      assert.match((await reader.get('/ru/tag/ferries-boats')).text, /<h1><bdi>Паромы<\/bdi>/)
      assert.match((await reader.get('/ru/ferry')).text, />Паромы<\/a>/)
      const gone = await admin.post('/desk/publication/tags', { slugs: 'ferries-boats', language: 'en', names: '' })
      assert.match(gone.text, /Articles stand under the tag/)
      await editor.post('/desk/editions/1/particulars', ARRANGED)
      assert.doesNotMatch((await reader.get('/en/ferry')).text, /rel="tag"/)
      assert.match((await reader.get('/en/tag/ferries-boats')).text, /Nothing has been published under this tag/)
      assert.match(
        (await admin.get('/desk/audit?language=en&act=edition-arranged')).text,
        /tags: <del><bdi>ferries-boats<\/bdi><\/del><\/p>/,
      )
    })

    test('leads to others at its end, by hand first, and no more to what is withdrawn or called otherwise', async () => {
      await using s = await stage(open)
      const { editor, reader } = s
      const further = async (at: string) => {
        const list = /<nav class="read-next"[\s\S]*?<\/nav>/.exec((await reader.get(at)).text)?.[0] ?? ''
        return [...list.matchAll(/<a href="([^"]*)">([^<]*)/g)].map(([, href, title]) => `${href} ${title}`)
      }
      assert.deepEqual(await further('/en/ferry'), ['/en/road The road'])
      const wrong = await editor.post('/desk/editions/1/particulars', { ...ARRANGED, related: '/en/nowhere' })
      assert.match(wrong.text, /There is no article at “\/en\/nowhere”/)
      await editor.post('/desk/editions/1/particulars', { ...ARRANGED, related: `${s.site.url}/en/tides` })
      assert.deepEqual(await further('/en/ferry'), ['/en/tides The tides', '/en/road The road'])
      await s.sendTo('publication', 3, { title: 'The road is open' })
      assert.deepEqual(await further('/en/ferry'), ['/en/tides The tides', '/en/road The road is open'])
      await editor.post('/desk/editions/5/withdrawal', { language: 'en' })
      assert.deepEqual(await further('/en/ferry'), ['/en/road The road is open'])
      await editor.post('/desk/editions/3/particulars', { slug: 'road', section: '', language: 'en' })
      assert.deepEqual(await further('/en/ferry'), [])
    })

    test('is found and shared by other words than its own, which are seen before they are kept', async () => {
      await using s = await stage(open)
      const { editor, reader } = s
      const said = {
        searchTitle: 'Ferry times',
        searchWords: 'All departures.',
        shareTitle: 'It leaves!',
        shareWords: '',
        language: 'en',
      }
      const seen = await editor.post('/desk/editions/1/sharing', { ...said, preview: '1' })
      assert.match(
        seen.text,
        /class="as-found"[^§]*Ferry times · The Harbour Review[^§]*class="as-shared"[^§]*It leaves!/,
      )
      assert.doesNotMatch((await reader.get('/en/ferry')).text, /Ferry times/)
      assert.equal((await editor.post('/desk/editions/1/sharing', said)).status, 303)
      const page = (await reader.get('/en/ferry')).text
      assert.match(page, /<title>Ferry times · The Harbour Review<\/title>/)
      assert.match(page, /<meta name="description" content="All departures\.">/)
      assert.match(page, /property="og:title" content="It leaves!"/)
      assert.match(page, /<h1>The ferry<\/h1>/)
      assert.match(page, /"headline":"The ferry","description":"All departures\."/)
      assert.match(page, new RegExp(`<a class="share" href="${s.site.url}/en/ferry"`))
      const long = await editor.post('/desk/editions/1/sharing', { ...said, searchTitle: 'x'.repeat(201) })
      assert.match(long.text, /200/)
    })
  })
}

async function stage(open: (typeof DATABASES)[number]['open']) {
  await using ending = new AsyncDisposableStack()
  const database = await open()
  ending.defer(() => database.close())
  const site = ending.use(await openSite(database.url))
  await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.', section: 'ports' })
  await publish(site, { slug: 'road', title: 'The road', words: 'It is closed.', section: 'ports' })
  await publish(site, { slug: 'tides', title: 'The tides', words: 'They rise.' })
  const [eddy, ada] = [await visitor(site, 'Eddy', 'editor'), await visitor(site, 'Ada', 'admin')]
  const [editor, admin] = [browserAt(site.url, eddy.cookies), browserAt(site.url, ada.cookies)]

  async function sendTo(act: string, edition: number, typed: Record<string, string>) {
    const { text } = await editor.get(`/desk/editions/${edition}?language=en`)
    const base = /name="base" value="(\d+)"/.exec(text)![1]!
    const words = { standfirst: '', words: 'It is.', pictureAlt: '', pictureCaption: '', ...typed }
    return editor.post(`/desk/editions/${edition}/${act}`, { ...words, base, language: 'en' })
  }
  function postAs(cookie: string, path: string, body: URLSearchParams) {
    const headers = { cookie, origin: site.url, 'sec-fetch-site': 'same-origin' }
    return fetch(site.url + path, { method: 'POST', body, headers, redirect: 'manual' })
  }
  const moved = ending.move()
  const given = { site, editor, admin, admins: ada.cookies, reader: browserAt(site.url), sendTo, postAs }
  return { ...given, [Symbol.asyncDispose]: () => moved.disposeAsync() }
}
