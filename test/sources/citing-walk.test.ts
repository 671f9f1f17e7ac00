import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, test } from 'node:test'
import { wishMail } from '../../src/domain/reach/index.ts'
import { keepChecked, type SourceDocumentId } from '../../src/domain/sources/index.ts'
import { languageFrom } from '../../src/kit/language.ts'
import { isPublic } from '../../src/kit/private-addresses.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { keptLetters } from '../support/letters.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'
import { until } from '../support/until.ts'
import { deskOf, wordsOf } from './desk-forms.ts'

const ARTICLE = { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.\n\nNobody is on board.' }
const HOUR = 3_600_000

for (const { name, open } of DATABASES) {
  describe(`what is cited, on ${name}`, () => {
    test('outlets and those who are quoted are kept once, merged when found twice, and parted again', async () => {
      await using s = await stage(open)
      const names = (en: string, ru: string) => ({ tags: ['en', 'ru', ''], names: [en, ru, ''], locked: ['en', 'ru'] })
      const made = await s.post('outlets', {
        ...names('Vzglyad', 'Взгляд'),
        kind: 'newspaper',
        country: 'ru',
        url: 'https://vz.example',
      })
      assert.equal(made.status, 303)
      const twice = await s.post('outlets', { ...names('Sight', 'Взгляд.ру'), kind: 'newspaper' })
      for (const [wrong, sentence] of [
        [{ names: ['', '', ''] }, /in at least one language/],
        [{ country: 'ZZZ' }, /two letters/],
        [{ url: 'ftp://x' }, /begins with https/],
        [{ kind: 'oracle' }, /no such kind/],
      ] as const) {
        const refused = await s.post('outlets', { ...names('A', 'А'), kind: 'blog', ...wrong })
        assert.deepEqual([refused.status, sentence.test(refused.text)], [422, true], JSON.stringify(wrong))
        assert.match(refused.text, 'names' in wrong ? /<h1>/ : /value="А"/)
      }
      assert.match((await s.editor.get('/desk/outlets?language=en&words=vzgl')).text, /Vzglyad/)
      assert.match(
        (await s.editor.get('/ru/outlets/vzglyad')).text,
        /<h1><bdi>Взгляд<\/bdi><\/h1>[\s\S]*Россия[\s\S]*Vzglyad/,
      )
      const other = pathOf(twice.location)
      const lost = await s.postTo(`${other}/merge`, { into: 'Nobody' })
      assert.deepEqual([lost.status, /Nothing else is called so/.test(lost.text)], [422, true])
      const merged = await s.postTo(`${other}/merge`, { into: 'Vzglyad' })
      assert.equal(merged.status, 303)
      assert.match((await s.editor.get('/en/outlets/sight')).text, /<h1><bdi>Vzglyad/)
      assert.equal((await s.editor.get(`${other}?language=en`)).status, 303)
      const page = (await s.editor.get(merged.location)).text
      const [undoing] = page.match(/\/desk\/merges\/\d+\/undoing/)!
      assert.equal((await s.postTo(undoing, {})).status, 303)
      assert.match((await s.editor.get('/en/outlets/sight')).text, /<h1><bdi>Sight/)

      const roles = { titles: ['Mayor', 'Мэр', '', ''], since: ['2020-01-01', ''], until: ['', ''] }
      const party = await s.post('parties', { ...names('Anna Petrova', 'Анна Петрова'), kind: 'person', ...roles })
      assert.equal(party.status, 303)
      assert.match((await s.editor.get('/ru/parties/anna-petrova')).text, /Анна Петрова[\s\S]*Мэр/)
      const early = await s.postTo(pathOf(party.location), {
        ...names('Anna Petrova', ''),
        kind: 'person',
        ...roles,
        until: ['2019-01-01', ''],
      })
      assert.deepEqual([early.status, /ends before it begins/.test(early.text)], [422, true])
      assert.match((await s.admin.get('/desk/audit?language=en')).text, /A merge was undone[\s\S]*An outlet was kept/)
    })

    test('a link that is pasted fills the form in, and whatever stands in the way is said', async () => {
      await using s = await stage(open)
      const link = (path: string) => `http://news.example:${s.port}${path}`
      const read = await s.post('documents/reading', { url: link('/a') })
      assert.equal(read.status, 200)
      for (const filled of [
        /name="title"[^>]*value="The harbour is built"/,
        /name="outlet"[^>]*value="Harbour Times"/,
        /name="documentLanguage"[^>]*value="en-GB"/,
        /name="published"[^>]*value="2026-10-03 09:30"/,
        /name="zone"[^>]*value="\+02:00"/,
        /Ada Lovelace<\/textarea>/,
      ])
        assert.match(read.text, filled)
      for (const [path, sentence] of [
        ['/inside', /private network/],
        ['/picture', /no web page/],
        ['/gone', /no such page/],
        ['/ill', /trouble of its own/],
        ['/round', /more than three times/],
      ] as const) {
        const refused = await s.post('documents/reading', { url: link(path) })
        assert.deepEqual([refused.status, sentence.test(refused.text)], [422, true], path)
        assert.ok(refused.text.includes(`value="${link(path)}"`), path)
      }
      for (const place of s.inside.spelled)
        for (const url of [place, link(`/to?${encodeURIComponent(place)}`)]) {
          const refused = await s.post('documents/reading', { url })
          assert.deepEqual([refused.status, /into a private network/.test(refused.text)], [422, true], url)
        }
      assert.match((await s.post('documents/reading', { url: 'http://nobody.example/' })).text, /has this name/)
      assert.equal(s.inside.connections(), 0)
      const said = {
        url: link('/a'),
        title: 'The harbour is built',
        outlet: 'Harbour Times',
        documentLanguage: 'en',
        published: '2026-10-03 09:30',
        zone: '+02:00',
        bylines: 'Ada Lovelace',
        mediaType: 'text/html',
        passage: 'It is built.',
        article: String(s.articleId),
      }
      const wrong = await s.post('documents', { ...said, published: 'yesterday' })
      assert.deepEqual([wrong.status, /id="published-error">[^<]*2014-10/.test(wrong.text)], [422, true])
      const kept = await s.post('documents', said)
      assert.equal(kept.status, 303)
      const known = await s.post('documents/reading', { url: link('/a') })
      assert.equal(pathOf(known.location), pathOf(kept.location))
      const page = (await s.editor.get(kept.location)).text
      const outlets = (await s.editor.get('/desk/outlets/1?language=en')).text
      assert.match(outlets, /value="Harbour Times"/)
      assert.doesNotMatch(outlets, /British English/)
      assert.match(page, /Nobody of us has said[\s\S]*ce8dfab81dce7b91|Nobody of us has said/)
      assert.equal((await s.postTo(`${pathOf(kept.location)}/opening`, {})).status, 303)
      assert.match((await s.editor.get(kept.location)).text, /Eve has read it/)
      assert.match((await s.editor.get('/en/ferry')).text, /The harbour is built[\s\S]*Harbour Times/)
      assert.match(
        (await s.editor.get('/en/outlets/harbour-times')).text,
        /1 source cited in 1 article[\s\S]*The ferry/,
      )

      assert.equal((await s.postTo(`${pathOf(kept.location)}/copies`, {})).status, 303)
      const shown = (await s.editor.get('/en/ferry')).text
      assert.match(
        shown,
        /data-originalurl="[^"]*\/a" data-versionurl="http[^"]*\/web\/20261004[^"]*" data-versiondate="2026-10-04"/,
      )
      assert.match(shown, /rel="memento noopener"/)
      assert.match(shown, /"archivedAt":"http/)
      assert.doesNotMatch(shown, /cited-words/)

      const { store, tail, clock } = s.site.parley
      const documentId = Number(/documents\/(\d+)/.exec(kept.location)![1]) as SourceDocumentId
      const gone = { found: 'dead', movedTo: null, at: clock() } as const
      await tail.until((await store.write((tx) => keepChecked(tx, documentId, gone))).seq)
      assert.match(
        (await s.editor.get('/en/ferry')).text,
        /It is gone<\/span>[\s\S]*class="cited-words"><summary>The words that are cited, as they stood there on <time[^>]*>[^<]*<\/time><\/summary><blockquote lang="en" dir="ltr">It is built\.<\/blockquote>[\s\S]*<code dir="ltr">[0-9a-f]{64}</,
      )
    })

    test('an address alone is a step of a claim: what its page says of itself is kept with it', async () => {
      await using s = await stage(open)
      const link = (path: string) => `http://news.press:${s.port}${path}`
      const desk = deskOf(s.editor, 1)
      const id = await desk.claim('nine', 'It leaves at nine.', [{ url: link('/a') }])
      const page = async () => wordsOf((await s.editor.get(`/desk/claims/${id}?language=en&edition=1`)).text)
      assert.match(
        await page(),
        /Harbour Times The harbour is built published it · British English · 3 Oct 2026 · as cited by others/,
      )
      const outlet = wordsOf((await s.editor.get('/en/outlets/harbour-times')).text)
      assert.match(outlet, /news\.press[\s\S]*1 source cited in 1 article/)
      const refused = await s.post(`claims/${id}/hops`, { anonymity: 'named', relation: 'cited', url: link('/inside') })
      assert.deepEqual([refused.status, /id="new-url-error">[^<]*private network/.test(refused.text)], [422, true])
      const typed = { anonymity: 'unnamed', relation: 'cited', url: link('/inside'), title: 'By hand' }
      assert.equal((await s.post(`claims/${id}/hops`, typed)).status, 303)
      assert.match(await page(), /By hand cited it/)
      const changing = /action="(\/desk\/claims\/\d+\/hops\/\d+)"/.exec(
        (await s.editor.get(`/desk/claims/${id}?language=en&edition=1`)).text,
      )![1]!
      const elsewhere = { who: 'Harbour Times', url: link('/b'), title: 'The harbour is built', relation: 'cited' }
      assert.equal((await s.postTo(changing, { ...elsewhere, anonymity: 'named' })).status, 303)
      assert.match(
        await page(),
        /Harbour Times The harbour is old cited it/,
        'its own title, not that of the one before',
      )
      assert.equal(s.inside.connections(), 0)
    })

    test('an article is corrected in public, wherever it is shown, and those whom it concerns are told', async () => {
      await using s = await stage(open)
      const [bob, ...others] = [
        await visitor(s.site, 'Bob'),
        await visitor(s.site, 'Cy'),
        await visitor(s.site, 'Dora'),
      ]
      await say(s.site, bob!.person, s.articleId, 'I was there.')
      await s.site.parley.store.write((tx) =>
        wishMail(tx, { personId: bob!.person.id, pace: 'at-once', language: languageFrom('en')!, at: 1 }),
      )
      await browserAt(s.site.url, others[0]!.cookies).post(`/a/${s.articleId}/follow`, {
        language: 'en',
        on: '1',
        key: 'f',
      })
      const feed = async () => (await s.editor.get('/en/feed.atom')).text
      const idIn = (text: string) => /<entry>[\s\S]*?<id>([^<]*)<\/id>/.exec(text)![1]
      const before = await feed()
      const form = (await s.editor.get(`/desk/articles/${s.articleId}/corrections?language=en`)).text
      const editions = [...form.matchAll(/name="editions" value="(\d+)"/g)].map(([, id]) => id!)
      assert.equal(editions.length, 2)
      const correct = (more: Fields) =>
        s.postTo(`/desk/articles/${s.articleId}/corrections`, { editions, weight: 'correction', ...more })
      for (const [wrong, sentence] of [
        [{ wrong: ['', ''], right: ['', ''] }, /one edition at least/],
        [{ wrong: ['nine', ''], right: ['', ''] }, /both what was wrong/],
        [{ wrong: ['nine', ''], right: ['ten', ''], since: 'ever' }, /no time such as/],
        [{ wrong: ['nine', ''], right: ['ten', ''], since: '2999-01-01 10:00' }, /yet to come/],
      ] as const) {
        const refused = await correct(wrong)
        assert.deepEqual([refused.status, sentence.test(refused.text)], [422, true], JSON.stringify(wrong))
      }
      const done = await correct({ wrong: ['It leaves at nine.', ''], right: ['It leaves at <ten>.', ''] })
      assert.equal(done.status, 303)
      const page = (await s.editor.get('/en/ferry')).text
      assert.match(
        page,
        /id="corrections"[\s\S]*<del>It leaves at nine\.<\/del>[\s\S]*<ins>It leaves at &lt;ten&gt;\.<\/ins>/,
      )
      assert.match(page, /"correction":\[\{"@type":"CorrectionComment"/)
      assert.match(page, /href="#corrections">1 correction</)
      assert.doesNotMatch((await s.editor.get('/ru/ferry')).text, /id="corrections"/)
      assert.match((await s.editor.get('/en/corrections')).text, /The ferry[\s\S]*It leaves at nine/)
      assert.match((await s.editor.get('/en/corrections/feed.atom')).text, /<entry>[\s\S]*The ferry/)
      const after = await feed()
      assert.equal(idIn(after), idIn(before))
      assert.match(
        after,
        /It leaves at nine\.&lt;\/del|&lt;del&gt;It leaves at nine|<!\[CDATA\[[\s\S]*<del>It leaves at nine/,
      )
      assert.match((await s.editor.get('/en/ferry/ninjs.json')).text, /"edNote":"[^"]*It leaves at nine/)
      await s.site.found()
      const notices = async (cookies: string) => (await browserAt(s.site.url, cookies).get('/notices?language=en')).text
      for (const { cookies } of [bob!, others[0]!]) assert.match(await notices(cookies), /was corrected/)
      assert.doesNotMatch(await notices(others[1]!.cookies), /was corrected/)
      s.site.wait(HOUR)
      const told = () => keptLetters(s.site).filter(({ to }) => to.startsWith('bob@'))
      await until(async () => told().length > 0)
      assert.equal(told().length, 1)
    })

    test('what readers saw of an article stays to be seen, and what was only written does not', async () => {
      await using s = await stage(open)
      const desk = (await s.editor.get('/desk/articles?language=en&written=en')).text
      const [edition] = desk.match(/\/desk\/editions\/\d+/)!
      const words = (body: string, base: string) => ({
        title: 'The ferry',
        standfirst: '',
        words: body,
        pictureAlt: '',
        pictureCaption: '',
        base,
      })
      assert.match((await s.editor.get('/en/ferry/changes')).text, /have not been changed/)
      assert.equal((await s.postTo(edition, words('It leaves at noon, a secret.', '1'))).status, 303)
      assert.match((await s.editor.get('/en/ferry/changes')).text, /have not been changed/)
      assert.equal((await s.postTo(`${edition}/publication`, words('It leaves at ten.', '2'))).status, 303)
      const shown = (await s.editor.get('/en/ferry/changes')).text
      assert.match(shown, /<del>nine<\/del>[\s\S]*<ins>ten<\/ins>/)
      assert.doesNotMatch(shown, /secret/)
      assert.match((await s.editor.get('/en/ferry')).text, /href="\/en\/ferry\/changes"/)
    })
  })
}

type Fields = Record<string, string | readonly string[] | undefined>

/** What stands on the web of these tests, and an archive of it. */
const PAGES: Record<string, RequestListener> = {
  '/a': (_, response) =>
    response.setHeader('content-type', 'text/html; charset=utf-8').end(`<html lang="en-GB"><title>x</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"The harbour is built","datePublished":"2026-10-03T09:30:00+02:00",
"author":{"name":"Ada Lovelace"},"publisher":{"name":"Harbour Times"}}</script></html>`),
  '/b': (_, response) => response.setHeader('content-type', 'text/html').end('<title>The harbour is old</title>'),
  '/inside': (_, response) => response.writeHead(302, { location: 'http://127.0.0.2:80/' }).end(),
  '/to': (request, response) =>
    response.writeHead(302, { location: decodeURIComponent(request.url!.split('?')[1]!) }).end(),
  '/ill': (_, response) => response.writeHead(503).end(),
  '/picture': (_, response) => response.setHeader('content-type', 'image/png').end('PNG'),
  '/round': (_, response) => response.writeHead(302, { location: '/round' }).end(),
  '/wayback/available': (request, response) => {
    const asked = new URL(request.url!, 'http://x').searchParams.get('url')
    const closest = {
      available: true,
      status: '200',
      timestamp: '20261004120000',
      url: `http://${request.headers.host}/web/20261004120000/${asked}`,
    }
    response.end(JSON.stringify({ archived_snapshots: { closest } }))
  },
}

const NAMES: Record<string, string[]> = {
  'news.example': ['127.0.0.1'],
  'news.press': ['127.0.0.1'],
  'inside.example': ['127.0.0.2'],
  'inside.example.': ['127.0.0.2'],
  'both.example': ['127.0.0.1', '127.0.0.2'],
  'mapped.example': ['::ffff:127.0.0.1'],
  'six.example': ['::1'],
  'metadata.example': ['169.254.169.254'],
}

/** What nobody may reach, and in which ways it is spelled. */
async function insideOf(ending: AsyncDisposableStack) {
  let connections = 0
  const server = createServer((_, response) => response.end('<title>secret</title>'))
  server.on('connection', () => connections++).listen(0, '127.0.0.2')
  await once(server, 'listening')
  ending.defer(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const hosts = ['127.0.0.2', '127.0.0.2.', '2130706434', '0x7f.2', '0177.0.0.2', '127.2', '①②⑦.0.0.2', '0', '10.0.0.1']
  const sixes = [
    '::1',
    '::ffff:127.0.0.2',
    '::ffff:7f00:2',
    '64:ff9b::127.0.0.2',
    '2002:7f00:2::',
    'fd00::1',
    'fe80::1',
  ]
  const names = Object.keys(NAMES).filter((name) => !name.startsWith('news.'))
  const all = [...hosts, ...sixes.map((address) => `[${address}]`), ...names]
  return { connections: () => connections, spelled: all.map((host) => new URL(`http://${host}:${port}/`).href) }
}

async function stage(open: (typeof DATABASES)[number]['open']) {
  await using ending = new AsyncDisposableStack()
  const web = createServer((request, response) => {
    const answer = PAGES[request.url!.split('?')[0]!]
    if (answer) answer(request, response)
    else response.writeHead(404).end()
  })
  web.listen(0, '127.0.0.1')
  await once(web, 'listening')
  ending.defer(() => {
    web.closeAllConnections()
    web.close()
  })
  const { port } = web.address() as AddressInfo
  const inside = await insideOf(ending)
  const reach = {
    resolve: async (name: string) => NAMES[name] ?? [],
    mayReach: (address: string) => address === '127.0.0.1' || isPublic(address),
    mayEnter: () => true,
  }
  const at = `http://127.0.0.1:${port}`
  const archive = { available: `${at}/wayback/available`, save: `${at}/save`, copies: `${at}/web` }
  const database = await open()
  ending.defer(() => database.close())
  const site = ending.use(await openSite(database.url, { reach, archive }))
  const articleId = await publish(site, ARTICLE)
  const [{ cookies }, admin] = [await visitor(site, 'Eve', 'editor'), await visitor(site, 'Ada', 'admin')]
  let sent = 0

  async function postTo(path: string, fields: Fields) {
    const body = new URLSearchParams({ language: 'en', key: `form ${++sent}` })
    for (const [field, value] of Object.entries(fields))
      for (const one of [value].flat()) if (one !== undefined) body.append(field, one)
    const headers = { cookie: cookies, origin: site.url, 'sec-fetch-site': 'same-origin' }
    const answer = await fetch(site.url + path, { method: 'POST', body, headers, redirect: 'manual' })
    return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') ?? '' }
  }

  const moved = ending.move()
  return {
    site,
    articleId,
    port,
    inside,
    editor: browserAt(site.url, cookies),
    admin: browserAt(site.url, admin.cookies),
    postTo,
    post: (path: string, fields: Fields) => postTo(`/desk/${path}`, fields),
    [Symbol.asyncDispose]: () => moved.disposeAsync(),
  }
}

function pathOf(location: string): string {
  return new URL(location, 'http://x').pathname
}
