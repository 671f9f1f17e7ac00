import assert from 'node:assert/strict'
import { test } from 'node:test'
import { publicationOf, saveArticle } from '../../src/domain/articles/index.ts'
import { type LinkState, saveOutlet, saveSources, sourcesOf } from '../../src/domain/sources/index.ts'
import { startLinks } from '../../src/jobs/links.ts'
import { languageFrom } from '../../src/kit/language.ts'
import { DATABASES } from '../support/databases.ts'
import { engineServer } from '../support/engine-server.ts'
import { openSite, publish } from '../support/site.ts'
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
      ill: 'ok',
      never: null,
    }
    await until(async () => JSON.stringify(await states()) === JSON.stringify(known))
    const asked = server.asked.map(({ path }) => path)
    assert.deepEqual(
      asked.toSorted(),
      [...Object.keys(answers), '/stands'].toSorted(),
      'each once, and where one moved to',
    )
  })
