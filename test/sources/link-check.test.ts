import assert from 'node:assert/strict'
import { test } from 'node:test'
import { publicationOf, saveArticle } from '../../src/domain/articles/index.ts'
import { type LinkState, saveOutlet, saveSources, sourcesOf } from '../../src/domain/sources/index.ts'
import { startLinks } from '../../src/jobs/links.ts'
import { languageFrom } from '../../src/kit/language.ts'
import { DATABASES } from '../support/databases.ts'
import { engineServer } from '../support/engine-server.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, visitor } from '../support/site.ts'
import { until } from '../support/until.ts'

const en = languageFrom('en')!

for (const { name, open } of DATABASES)
  test(`on ${name}, at night each source is asked once, and what became of it is known`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    const answers: Record<string, { status: number; headers?: Record<string, string> }> = {
      '/stands': { status: 200 },
      '/gone': { status: 410 },
      '/missing': { status: 404 },
      '/paid': { status: 402 },
      '/moved': { status: 301, headers: { location: '/stands' } },
      '/ill': { status: 503 },
    }
    const server = ending.use(await engineServer(({ path }) => ({ ...answers[path]!, body: '' })))
    const reach = { resolve: async () => ['127.0.0.1'], mayReach: () => true, mayEnter: () => true }
    const site = ending.use(await openSite(database.url, { reach, checksLinks: true }))
    await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const { store, clock } = site.parley
    const { value: articleId } = await store.write(async (tx) => {
      const { id } = await saveArticle(tx, { key: 'clock', sectionId: null, pictureId: null, publishedAt: 1 }, 1)
      const outlet = await saveOutlet(tx, { key: 'ufer', url: null, names: { [en]: 'Ufer' } }, 1)
      const at = (url: string) => ({ outletId: outlet.id, title: url, url, language: en, publishedOn: null })
      const local = Object.keys(answers).map((path) => at(server.url.replace('127.0.0.1', 'ufer.org') + path))
      await saveSources(tx, id, [...local, at('https://ufer.example/never')], 2)
      return id
    })
    const states = async () =>
      Object.fromEntries(
        (await sourcesOf(store, articleId, en)).map(({ url, linkState }) => [
          new URL(url).pathname.slice(1),
          linkState,
        ]),
      )
    const now = Temporal.Instant.fromEpochMilliseconds(clock()).toZonedDateTimeISO((await publicationOf(store)).zone)
    site.wait(now.add({ days: 1 }).with({ hour: 3 }).epochMilliseconds - clock())
    ending.use({ [Symbol.asyncDispose]: startLinks(site.parley, 0).close })

    const known: Record<string, LinkState | null> = {
      stands: 'ok',
      gone: 'dead',
      missing: 'dead',
      paid: 'paywalled',
      moved: 'moved',
      ill: null,
      never: null,
    }
    const expected = [...Object.keys(answers), '/stands', '/ill'].toSorted()
    await until(async () => JSON.stringify(await states()) === JSON.stringify(known))
    await until(() => server.asked.length >= expected.length)
    assert.deepEqual(
      server.asked.map(({ path }) => path).toSorted(),
      expected,
      'each once, where one moved to, and once more by another method where a server fails',
    )
  })

test('a copy that an archive is asked for is waited for, and named where the source is', async () => {
  await using ending = new AsyncDisposableStack()
  const jobs = ['pending', 'success']
  const form = `url=${encodeURIComponent(PAGE)}&skip_first_archive=1`
  const server = ending.use(
    await engineServer(({ path, headers, body }) => {
      if (path.startsWith('/wayback/available')) return { body: { url: PAGE, archived_snapshots: {} } }
      if (headers.authorization !== 'LOW a:key') return { status: 401, body: { message: 'You need to be logged in.' } }
      if (path === '/save') return body === form ? { body: { url: PAGE, job_id: 'spn2-1' } } : { status: 400, body: {} }
      if (path !== '/save/status/spn2-1') return { status: 404, body: {} }
      const status = jobs.shift()
      const kept = status === 'success' && { timestamp: '20261129080910', original_url: PAGE, http_status: 200 }
      return { body: { status, job_id: 'spn2-1', ...kept } }
    }),
  )
  const archive = { ...addresses(server.url), key: 'a:key' }
  const site = ending.use(await openSite(undefined, { archive }))
  const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
  const { store } = site.parley
  await store.write(async (tx) => {
    const { id: outletId } = await saveOutlet(tx, { key: 'ufer', url: null, names: { [en]: 'Ufer' } }, 1)
    await saveSources(tx, articleId, [{ outletId, title: 'A', url: PAGE, language: en, publishedOn: null }], 2)
  })
  const editor = browserAt(site.url, (await visitor(site, 'Eve', 'editor')).cookies)
  assert.equal((await editor.post('/desk/documents/1/copies', { language: 'en', key: 'c' })).status, 303)
  assert.match((await editor.get('/desk/documents/1?language=en')).text, /A copy was asked for/)
  const look = async () => {
    const asked = server.asked.length
    const links = startLinks(site.parley, 0)
    await until(async () => server.asked.length > asked)
    await links.close()
  }
  await look()
  assert.deepEqual([(await sourcesOf(store, articleId, en))[0]?.copy, jobs.length], [null, 1])
  await look()
  const copy = { url: `${server.url}/web/20261129080910/${PAGE}`, at: Date.UTC(2026, 10, 29, 8, 9, 10) }
  assert.deepEqual((await sourcesOf(store, articleId, en))[0]?.copy, copy)
  assert.match((await editor.get('/en/ferry')).text, /data-versiondate="2026-11-29"[\s\S]*rel="memento noopener"/)
})

const PAGE = 'https://ufer.example/a'

function addresses(at: string) {
  return { available: `${at}/wayback/available`, save: `${at}/save`, copies: `${at}/web` }
}
