import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { articlesData } from '../../src/domain/articles/index.ts'
import { DAY_MS } from '../../src/kit/clock.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt, unescaped } from '../support/front-door.ts'
import { openSite, publish, visitor } from '../support/site.ts'

for (const { name, open } of DATABASES) {
  describe(`on ${name}`, () => {
    test('a link shows a draft to somebody outside until it is withdrawn', async () => {
      await using s = await stage(open)
      const { editor, stranger } = s
      const begun = { title: 'A secret', standfirst: '', editionLanguage: 'en', language: 'en' }
      const at = (await editor.post('/desk/articles', begun)).location.replace(/\?.*/, '')
      const edition = at.split('/').at(-1)
      assert.match((await editor.post(`${at}/links`, { name: ' ', language: 'en' })).text, /Say for whom the link is/)
      for (const who of ['The lawyer', 'The source'])
        assert.equal((await editor.post(`${at}/links`, { name: who, language: 'en' })).status, 303)
      const list = (await editor.get(`${at}/links?language=en`)).text
      const [lawyer, source] = [...list.matchAll(/class="address"[^>]*href="([^"]*)"/g)].map(
        ([, href]) => new URL(unescaped(href!)).pathname,
      )
      const seen = await stranger.get(lawyer!)
      assert.match(seen.text, /This is a draft[\s\S]*<h1>A secret<\/h1>/)
      assert.match(seen.text, /<meta name="robots" content="noindex">/)
      const headers = ['cache-control', 'referrer-policy', 'x-robots-tag'].map((one) => seen.headers.get(one))
      assert.deepEqual(headers, ['no-store', 'no-referrer', 'noindex, nofollow'])
      const written = {
        title: 'A secret',
        standfirst: '',
        words: 'Told later.',
        pictureAlt: '',
        pictureCaption: '',
        base: '1',
        language: 'en',
      }
      await editor.post(at, written)
      assert.match((await stranger.get(lawyer!)).text, /Told later\./)

      const [, withdrawal] = /action="(\/desk\/links\/\d+\/withdrawal)"/.exec(list)!
      await editor.post(withdrawal!, { language: 'en' })
      const gone = await stranger.get(lawyer!)
      assert.deepEqual([gone.status, /does not hold any more/.test(gone.text)], [410, true])
      assert.equal((await stranger.get(source!)).status, 200)
      for (const forged of [
        source!.replace(/\.(.)/, (_, c: string) => `.${c === 'A' ? 'B' : 'A'}`),
        `/draft/${edition}.x`,
        '/draft/2',
      ])
        assert.equal((await stranger.get(forged)).status, 410, forged)
      assert.match((await s.admin.get('/desk/audit?language=en&act=draft-link-withdrawn')).text, /The lawyer/)
    })

    test('a deleted article says that it was withdrawn, comes back for 30 days, and is then gone for good', async () => {
      await using s = await stage(open)
      const { site, editor, stranger } = s
      const asked = await editor.get('/desk/articles/1/deletion?language=en')
      assert.match(asked.text, /Delete this article\?[\s\S]*The ferry/)
      assert.equal((await stranger.get('/en/ferry')).status, 200)
      const deleted = await editor.send(asked, {})
      assert.match((await editor.get(deleted.location)).text, /role="status">Deleted[\s\S]*The ferry[\s\S]*Eddy/)
      for (const path of ['/en/ferry', '/ru/ferry']) assert.equal((await stranger.get(path)).status, 410, path)
      for (const path of ['/en/', '/en/feed.atom', '/en/section/ports'])
        assert.doesNotMatch((await stranger.get(path)).text, /The ferry/)
      assert.doesNotMatch((await editor.get('/desk/articles?language=en')).text, /The ferry/)
      assert.equal((await editor.get('/desk/editions/1?language=en')).status, 410)
      const words = {
        title: 'Again',
        standfirst: '',
        words: 'It.',
        pictureAlt: '',
        pictureCaption: '',
        base: '1',
        language: 'en',
      }
      assert.match((await editor.post('/desk/editions/1/publication', words)).text, /This article was deleted/)

      const back = await editor.post('/desk/articles/1/restoration', { language: 'en' })
      assert.match((await editor.get(back.location)).text, /It is back/)
      for (const path of ['/en/ferry', '/ru/ferry'])
        assert.match((await stranger.get(path)).text, /It leaves at nine/, path)
      assert.match((await stranger.get('/en/feed.atom')).text, /The ferry/)

      await editor.post('/desk/articles/1/deletion', { language: 'en' })
      const { store, jobs, clock } = site.parley
      const { sweeps = [] } = articlesData.find(({ name }) => name === 'articles')!
      const after = clock() + 31 * DAY_MS
      for (const sweep of sweeps) while ((await store.write((tx) => sweep(tx, after, jobs.terms))).value);
      assert.equal((await editor.post('/desk/articles/1/restoration', { language: 'en' })).status, 410)
      assert.equal((await stranger.get('/en/ferry')).status, 410)
      assert.match((await editor.get('/desk/articles/deleted?language=en')).text, /Nothing was deleted/)
      const left = await store.look<{ revision: { title: string } }>().selectFrom('revision').select('title').execute()
      assert.deepEqual(left, [])
      for (const act of ['article-deleted', 'article-restored'])
        assert.match((await s.admin.get(`/desk/audit?language=en&act=${act}`)).text, /\/en\/ferry/)
    })
  })
}

async function stage(open: (typeof DATABASES)[number]['open']) {
  await using ending = new AsyncDisposableStack()
  const database = await open()
  ending.defer(() => database.close())
  const site = ending.use(await openSite(database.url))
  await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.', section: 'ports' })
  const [eddy, ada] = [await visitor(site, 'Eddy', 'editor'), await visitor(site, 'Ada', 'admin')]
  const [editor, admin] = [browserAt(site.url, eddy.cookies), browserAt(site.url, ada.cookies)]
  const moved = ending.move()
  return { site, editor, admin, stranger: browserAt(site.url), [Symbol.asyncDispose]: () => moved.disposeAsync() }
}
