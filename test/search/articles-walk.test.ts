import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { saveBylines } from '../../src/domain/articles/index.ts'
import { DAY_MS } from '../../src/kit/clock.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, type Site, say, visitor } from '../support/site.ts'

const FERRY = { slug: 'ferry', title: 'The ferries', words: 'They leave the harbour at nine. It is old.' }

for (const { name, open } of DATABASES) {
  describe(`on ${name}, articles`, () => {
    test('are found by title, body and people, those best matching first or the newest', async () => {
      await using s = await stage(open)
      const { site } = s
      const ferry = await publish(site, FERRY)
      site.wait(DAY_MS)
      await publish(site, {
        slug: 'tide',
        title: 'The tide',
        words: `${'It comes. '.repeat(900)}\n\nA **ferry** in the harbours.`,
      })
      site.wait(DAY_MS)
      await publish(site, { slug: 'quay', title: 'Кораблей много', words: 'Ни одной лодки.' })
      const ines = await visitor(site, 'Inès Okafor')
      await s.sign(ferry, ines.person.id)
      await say(site, ines.person, ferry, 'A comment about a ferry.')
      await site.found()

      assert.deepEqual(await s.found('/en/search?words=ferry'), ['/en/ferry', '/en/tide'])
      assert.deepEqual(await s.found('/en/search?words=FERRIES&what=articles&order=newest'), ['/en/tide', '/en/ferry'])
      assert.deepEqual(await s.found('/en/search?words=harbour'), ['/en/tide', '/en/ferry'])
      assert.deepEqual(await s.found('/ru/search?words=корабль'), ['/ru/quay'])
      assert.deepEqual(await s.found('/en/search?words=okafor'), ['/en/ferry'])
      assert.deepEqual(await s.found('/en/search?person=inès okafor'), ['/en/ferry'])
      assert.deepEqual(await s.found('/en/search?words=submarine&what=articles'), [])
      const { text } = await s.reader.get('/en/search?words=ferry')
      assert.match(
        text,
        /<h2>Articles<\/h2>[\s\S]*<bdi>Inès Okafor<\/bdi>[\s\S]*<h2>Comments<\/h2>[\s\S]*<mark>ferry<\/mark>/,
      )
      const marked = await s.reader.get('/en/search?words=harbours&what=articles')
      assert.match(marked.text, /leave the <mark>harbour<\/mark> at nine/)
      assert.doesNotMatch((await s.reader.get(`/en/search?words=ferry&article=${ferry}`)).text, /<h2>Articles/)
      const [from, to] = [0, 2].map((days) =>
        new Date(s.begun + days * DAY_MS).toLocaleDateString('sv', { timeZone: 'Europe/Berlin' }),
      )
      assert.deepEqual(await s.found(`/en/search?words=harbour&to=${from}`), ['/en/ferry'])
      assert.deepEqual(await s.found(`/en/search?words=harbour&from=${to}`), [])
    })

    test('are found as long as readers find them, by the words that stand', async () => {
      await using s = await stage(open)
      const { site, editor } = s
      await site.found()
      assert.ok(!(await site.parley.web.search.isBehind(site.parley.store)), 'also where there is nothing yet')
      await publish(site, FERRY)
      await site.found()
      const begun = await editor.post('/desk/articles', {
        title: 'Embargoed harbour',
        standfirst: '',
        editionLanguage: 'en',
        language: 'en',
      })
      const at = begun.location.replace(/\?.*/, '')
      const typed = {
        title: 'Embargoed harbour',
        standfirst: '',
        words: 'A secret.',
        pictureAlt: '',
        pictureCaption: '',
        base: '1',
      }
      const when = new Date(site.parley.clock() + DAY_MS).toISOString().slice(0, 16)
      await editor.post(`${at}/schedule`, { ...typed, when, zone: 'UTC', language: 'en' })
      await site.found()
      assert.deepEqual(await s.found('/en/search?words=embargoed&what=articles'), [])

      await editor.post('/desk/editions/1/publication', {
        ...typed,
        title: 'The boats',
        words: 'They float.',
        language: 'en',
      })
      await site.found()
      assert.deepEqual(await s.found('/en/search?words=harbour&what=articles'), ['/ru/ferry'])
      assert.deepEqual(await s.found('/en/search?words=floating boat'), ['/en/ferry'])
      await editor.post('/desk/editions/1/withdrawal', { language: 'en' })
      assert.deepEqual(await s.found('/en/search?words=boat&what=articles'), [], 'at once')
      await site.found()
      await editor.post('/desk/editions/1/publication', {
        ...typed,
        base: '2',
        title: 'The boats',
        words: 'They float.',
        language: 'en',
      })
      await site.found()
      assert.deepEqual(await s.found('/en/search?words=boat&what=articles'), ['/en/ferry'])
    })

    test('are found page after page, each once', async () => {
      await using s = await stage(open)
      for (let at = 1; at <= 13; at++)
        await publish(s.site, {
          slug: `tide-${at}`,
          title: at % 2 ? `Tide ${at}` : `Other ${at}`,
          words: 'The tide rises.',
        })
      await s.site.found()
      const all: string[] = []
      for (let path: string | undefined = '/en/search?words=tide&what=articles'; path; ) {
        all.push(...(await s.found(path)))
        path = /class="more" rel="next" href="([^"]*)"/
          .exec((await s.reader.get(path)).text)?.[1]
          ?.replaceAll('&amp;', '&')
      }
      assert.equal(new Set(all).size, 13)
      assert.ok(
        all.slice(0, 7).every((at) => Number(at.split('-')[1]) % 2 === 1),
        all.join(),
      )
    })
  })
}

async function stage(open: (typeof DATABASES)[number]['open']) {
  await using ending = new AsyncDisposableStack()
  const database = await open()
  ending.defer(() => database.close())
  const site: Site = ending.use(await openSite(database.url))
  const editor = browserAt(site.url, (await visitor(site, 'Eddy', 'editor')).cookies)
  const reader = browserAt(site.url)
  const { store, tail, clock } = site.parley

  async function sign(
    articleId: Parameters<typeof saveBylines>[1],
    personId: Parameters<typeof saveBylines>[2][number]['personId'],
  ) {
    const byline = { editionId: null, personId, role: 'author', names: {} } as const
    await tail.until((await store.write((tx) => saveBylines(tx, articleId, [byline], clock()))).seq)
  }
  async function found(path: string) {
    const page = await reader.get(path)
    assert.equal(page.status, 200, path)
    return [...page.text.matchAll(/<h3[^>]*><a href="([^"]*)">/g)].map(([, href]) => href!)
  }
  const moved = ending.move()
  return { site, editor, reader, sign, found, begun: clock(), [Symbol.asyncDispose]: () => moved.disposeAsync() }
}
