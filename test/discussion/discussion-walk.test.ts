import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { saveEdition } from '../../src/domain/articles/index.ts'
import { editionChanged } from '../../src/domain/discussion/index.ts'
import { languageFrom } from '../../src/kit/language.ts'
import { ROUTES } from '../../src/web/app.ts'
import { watched } from '../support/canary.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt, formIn, type Page, unescaped } from '../support/front-door.ts'
import { anArticle } from '../support/harbour-talk.ts'
import { openSite, publish, visitor } from '../support/site.ts'

const ARTICLE = {
  slug: 'timetable',
  title: 'The timetable',
  words: 'The ferry leaves at nine.\n\nIt comes back at ten.',
}
const MINUTE = 60_000

for (const { name, open } of DATABASES) {
  describe(`a discussion on ${name}`, () => {
    after(() => {
      assert.ok(watched().seen > 0)
      assert.deepEqual(watched().leaked, [], 'what somebody sends stands in bindings, never in an SQL text')
    })

    async function setUp() {
      const database = await open()
      const site = await openSite(database.url)
      const articleId = await publish(site, ARTICLE)
      const as = async (who: string, role?: Parameters<typeof visitor>[2]) =>
        browserAt(site.url, (await visitor(site, who, role)).cookies)
      return {
        site,
        articleId,
        as,
        stranger: browserAt(site.url),
        async [Symbol.asyncDispose]() {
          await site[Symbol.asyncDispose]()
          await database.close()
        },
      }
    }

    test('takes a comment from the form to the page, the feed and the structured data', async () => {
      await using s = await setUp()
      const ada = await s.as('Ada')
      const form = await ada.get('/en/timetable/comment')
      assert.equal(form.status, 200)
      const sent = await ada.send(form, { words: 'Nine is **early** & <b>late</b>.' })
      assert.equal(sent.status, 303)
      const landed = await s.stranger.get((await s.stranger.get(sent.location)).location.split('#')[0]!)
      assert.match(landed.text, /Nine is <strong>early<\/strong> &amp; &lt;b&gt;late&lt;\/b&gt;\./)
      assert.match(landed.text, /<bdi class="author"><a [^>]*>Ada<\/a><\/bdi>/)
      assert.match(landed.text, /1 comment/)
      const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(landed.text)![1]!)
      assert.equal(data.comment[0].author.name, 'Ada')
      const feed = await s.stranger.get('/en/timetable/feed.atom')
      assert.match(feed.text, /Nine is/)
    })

    test('stays in the language in which it is read, wherever a link to a comment leads', async () => {
      await using s = await setUp()
      const ada = await s.as('Ada')
      const posted = async (path: string, words: string) => {
        const { location } = await ada.send(await ada.get(path), { words })
        return Number(/\/c\/(\d+)/.exec(location)![1])
      }
      const first = await posted('/en/timetable/comment', 'The first word')
      const ids = [first]
      for (let depth = 2; depth <= 5; depth++)
        ids.push(await posted(`/c/${ids.at(-1)}/reply`, `> The first word\n> — [Ada, 1](/c/${first})\n\nAt ${depth}.`))
      await ada.send(await ada.get(`/c/${first}/edit`), { words: 'The first word, again' })
      const links = new Set<string>()
      for (const part of ['', `?under=${ids[3]}`]) {
        const { text } = await s.stranger.get(`/ru/timetable${part}`)
        for (const [, link] of text.matchAll(/<a [^>]*href="(\/c\/[^"]*)"/g)) links.add(unescaped(link!))
        for (const kind of part ? ['ancestors'] : ['answers', 'quoted-by', 'edited', 'quotation'])
          assert.match(text, new RegExp(`class="${kind}`))
      }
      const pages = [...links].filter((link) => /\/(history|quotations)/.test(link))
      const places = [...links].filter((link) => /^\/c\/\d+(\?.*)?$/.test(link))
      for (const link of pages) {
        const { text } = await s.stranger.get(link, { 'accept-language': 'en' })
        assert.match(text, /<html lang="ru"/, link)
        places.push(unescaped(/<a [^>]*href="(\/c\/\d+[^"/]*)"/.exec(text)![1]!))
      }
      assert.ok(pages.length > 1 && places.length > 5)
      for (const link of places) {
        const { location } = await s.stranger.get(link, { 'accept-language': 'en' })
        assert.match(location, /^\/ru\/timetable/, link)
      }
    })

    test('leads a stranger to the door and keeps what was typed when there is no session any more', async () => {
      await using s = await setUp()
      const asked = await s.stranger.get('/en/timetable/comment')
      assert.equal(asked.status, 303)
      assert.match(asked.location, /^\/en\/sign-in\?next=/)
      const sent = await s.stranger.post(`/a/${s.articleId}/comments`, {
        words: 'I had a session a minute ago',
        language: 'en',
      })
      assert.equal(sent.status, 403)
      assert.match(sent.text, /I had a session a minute ago/)
      assert.match(sent.text, /<a href="\/en\/sign-in\?next=%2Fen%2Ftimetable%2Fcomment">Sign in<\/a>/)
      assert.match(sent.text, /<title>Please check: /)
      assert.match(sent.text, /<textarea[^>]*aria-invalid="true" autofocus/)
    })

    test('leads back whoever loads again what a form was sent to, and a stranger through the door to where they were', async () => {
      await using s = await setUp()
      const from = { referer: `${s.site.url}/en/timetable?order=newest` }
      const sent = await s.stranger.post('/people/1/mute', { language: 'en' }, from)
      assert.equal(sent.status, 403)
      assert.match(sent.text, /href="\/en\/sign-in\?next=%2Fen%2Ftimetable%3Forder%3Dnewest[^"]*">Sign in</)
      const sentOnly = ROUTES.filter(
        ({ method, path }) =>
          method === 'POST' && !ROUTES.some((other) => other.method === 'GET' && other.path === path),
      )
      assert.ok(sentOnly.length > 8)
      for (const { path } of sentOnly) {
        const at = path.replace(':language', 'en').replace(/:\w+/, '1')
        const again = await s.stranger.get(at, from)
        assert.equal(again.status, 303, at)
        assert.match(again.location, /^\/en\/timetable\?order=newest/)
        assert.match((await s.stranger.get(at)).location, /^\/(?!\/)/)
        assert.doesNotMatch((await s.stranger.get(at, { referer: 'https://evil.example/x' })).location, /evil|\/x$/)
      }
    })

    test('posts once, however often the same form is sent', async () => {
      await using s = await setUp()
      const ada = await s.as('Ada')
      const form = await ada.get('/en/timetable/comment')
      const sent = await Promise.all(Array.from({ length: 5 }, () => ada.send(form, { words: 'Once' })))
      assert.deepEqual(new Set(sent.map((answer) => answer.location)).size, 1)
      const page = await s.stranger.get('/en/timetable')
      assert.match(page.text, /1 comment</)
      const other = await ada.send(form, { words: 'Twice' })
      assert.equal(other.status, 409)
      assert.match(other.text, />\nTwice<\/textarea>/)
      assert.match(other.text, /look again and send once more/)
      assert.equal((await ada.send(other, {})).status, 303, 'what came back is a new form')
      assert.match((await s.stranger.get('/en/timetable')).text, /2 comments</)
    })

    test('counts the same words without a key as one comment for ten minutes', async () => {
      await using s = await setUp()
      const ada = await s.as('Ada')
      const post = () => ada.post(`/a/${s.articleId}/comments`, { words: 'Again', language: 'en' })
      const [first, second] = [await post(), await post()]
      assert.equal(first.location, second.location)
      s.site.wait(11 * MINUTE)
      assert.notEqual((await post()).location, first.location)
    })

    test('refuses bad words with a sentence that names the limit, and keeps them', async () => {
      await using s = await setUp()
      const ada = await s.as('Ada')
      const path = `/a/${s.articleId}/comments`
      const long = await ada.post(path, { words: 'ä'.repeat(8_001), language: 'en' })
      assert.equal(long.status, 422)
      assert.match(long.text, /8,?000/)
      assert.equal(formIn(long).fields.words, 'ä'.repeat(8_001))
      const empty = await ada.post(path, { words: '  \n', language: 'en' })
      assert.equal(empty.status, 422)
      const nul = await ada.post(path, { words: 'a\u0000b', language: 'en' })
      assert.equal(nul.status, 422)
      assert.match((await s.stranger.get('/en/timetable')).text, /Nobody|No comments|0 comments/)
    })

    test('keeps numbers, replies and their places when a comment in between is removed and restored', async () => {
      await using s = await setUp()
      const [ada, mo] = [await s.as('Ada'), await s.as('Mo', 'moderator')]
      const root = await posted(ada, '/en/timetable/comment', 'The root of it')
      const reply = await posted(ada, `/c/${root}/reply`, 'A rude reply')
      const below = await posted(ada, `/c/${reply}/reply`, 'Below the rude one')
      const form = await mo.get(`/c/${reply}/removal`)
      assert.equal((await mo.send(form, { note: 'why' })).status, 422, 'a rule must be chosen')
      const rule = /name="rule" value="(\d+)"/.exec(form.text)![1]!
      assert.equal((await mo.send(form, { rule, note: 'rude' })).status, 303)
      const page = await s.stranger.get('/en/timetable')
      assert.doesNotMatch(page.text, /A rude reply/)
      assert.match(
        page.text,
        new RegExp(`id="c-${reply}"[\\s\\S]*tombstone[\\s\\S]*Argue with the words[\\s\\S]*id="c-${below}"`),
      )
      assert.match(page.text, />1\.1\.1</)
      assert.match(page.text, /2 comments/)
      assert.equal((await ada.get(`/c/${reply}/reply`)).status, 410)
      const late = await ada.post(`/c/${reply}/replies`, { words: 'Too late', language: 'en' })
      assert.equal(late.status, 409)
      assert.match(late.text, /Removed by the moderators[\s\S]*Too late/)
      assert.doesNotMatch(late.text, /class="author"|A rude reply/, 'nor who wrote it')
      assert.equal((await ada.send(late, {})).status, 303, 'the words can stand by themselves')
      assert.match((await s.stranger.get('/en/timetable')).text, /id="c-\d+"[^>]*>(?:(?!<li)[\s\S])*Too late/)
      assert.equal((await ada.post(`/c/${reply}/restoration`, {})).status, 403)
      assert.equal((await mo.send(await mo.get(`/c/${reply}/restoration`), { note: '' })).status, 303)
      assert.match((await s.stranger.get('/en/timetable')).text, /A rude reply/)
    })

    test('lets an author change their words for fifteen minutes, and take them back at any time', async () => {
      await using s = await setUp()
      const [ada, bob] = [await s.as('Ada'), await s.as('Bob')]
      const id = await posted(ada, '/en/timetable/comment', 'Frist words')
      assert.equal((await bob.get(`/c/${id}/edit`)).status, 403)
      assert.equal((await bob.get(`/c/${id}/removal`)).status, 403)
      const [form, stale] = [await ada.get(`/c/${id}/edit`), await ada.get(`/c/${id}/edit`)]
      assert.equal(formIn(form).fields.words, 'Frist words')
      assert.equal((await ada.send(form, { words: 'First words' })).status, 303)
      const second = await ada.send(stale, { words: 'Other words' })
      assert.equal(second.status, 409, 'the other tab is told that it is stale')
      assert.match(second.text, /What it says now[\s\S]*<div class="words" dir="auto"><p>First words/)
      assert.match(second.text, /Other words/)
      const page = await s.stranger.get('/en/timetable')
      assert.match(page.text, /First words/)
      assert.equal((await ada.send(second, {})).status, 303, 'and sends them once more')
      assert.match((await s.stranger.get('/en/timetable')).text, /Other words/)
      const back = await ada.send(form, { words: 'Third words' })
      assert.equal(back.status, 409, 'as after going back to a form that was sent')
      assert.equal((await ada.send(back, {})).status, 303)
      assert.match(page.text, /class="edited"/)
      assert.match((await s.stranger.get(`/c/${id}/history`)).text, /Frist words/)
      s.site.wait(16 * MINUTE)
      assert.equal((await ada.get(`/c/${id}/edit`)).status, 403)
      assert.equal((await ada.send(await ada.get(`/c/${id}/removal`), {})).status, 303)
      assert.doesNotMatch((await s.stranger.get('/en/timetable')).text, /Third words/)
      assert.equal((await s.stranger.get(`/c/${id}/history`)).status, 410)
    })

    test('keeps a quotation beside its passage: quoted, changed, removed, restored', async () => {
      await using s = await setUp()
      const [ada, bob, mo] = [await s.as('Ada'), await s.as('Bob'), await s.as('Mo', 'moderator')]
      const passage = await posted(ada, '/en/timetable/comment', 'Exact words of Ada')
      const form = await bob.get(`/c/${passage}/reply?quote=1`)
      assert.match(formIn(form).fields.words!, /^> Exact words of Ada\n> — \[Ada, 1\]\(\/c\/\d+\)\n\n$/)
      const typed = `${formIn(form).fields.words}Indeed.\n`
      const reply = await sentId(bob, await bob.send(form, { words: typed }))
      const shown = await s.stranger.get('/en/timetable')
      assert.match(
        shown.text,
        new RegExp(`id="c-${reply}"[\\s\\S]*<blockquote class="quotation[\\s\\S]*Exact words of Ada`),
      )
      assert.match(shown.text, /class="quoted-by"/)
      assert.equal(
        formIn(await bob.get(`/c/${reply}/edit`)).fields.words,
        typed,
        'the edit form gives the same bytes back',
      )
      assert.match((await s.stranger.get(`/c/${passage}/quotations`)).text, /Indeed/)

      const wrong = await bob.post(`/c/${passage}/replies`, {
        words: `> Words Ada never said\n> — [Ada, 1](/c/${passage})\n\nNo.`,
        language: 'en',
      })
      assert.equal(wrong.status, 422)
      assert.match(wrong.text, /Words Ada never said/)

      await ada.send(await ada.get(`/c/${passage}/edit`), { words: 'Other words of Ada' })
      assert.match((await s.stranger.get('/en/timetable')).text, /Exact words of Ada[\s\S]*(changed|no longer)/)

      const removal = await mo.get(`/c/${passage}/removal`)
      await mo.send(removal, { rule: /name="rule" value="(\d+)"/.exec(removal.text)![1]!, note: '' })
      const without = (await s.stranger.get('/en/timetable')).text
      assert.doesNotMatch(without, /words of Ada/)
      assert.match(without, /Indeed/)
      await mo.send(await mo.get(`/c/${passage}/restoration`), { note: '' })
      assert.match((await s.stranger.get('/en/timetable')).text, /Other words of Ada/)
    })

    test('keeps two quotations of one comment apart when their author edits while it is removed', async () => {
      await using s = await setUp()
      const [ada, bob, mo] = [await s.as('Ada'), await s.as('Bob'), await s.as('Mo', 'moderator')]
      const passage = await posted(ada, '/en/timetable/comment', 'Alpha stands here.\n\nBeta stands there.')
      const quote = (words: string) => `> ${words}\n> — [Ada, 1](/c/${passage})\n\n`
      const reply = await posted(
        bob,
        `/c/${passage}/reply`,
        `${quote('Alpha stands')}one\n\n${quote('Beta stands')}two`,
      )
      await removed(mo, passage)
      const form = await bob.get(`/c/${reply}/edit`)
      const typed = formIn(form).fields.words!
      assert.doesNotMatch(typed, /Alpha|Beta/)
      const preview = await bob.send(form, { words: typed, preview: '1' })
      assert.equal(preview.status, 200, 'what may be saved may be previewed')
      assert.doesNotMatch(preview.text, /Alpha|Beta/)
      assert.equal((await bob.send(form, { words: `${typed} edited` })).status, 303)
      await mo.send(await mo.get(`/c/${passage}/restoration`), { note: '' })
      assert.match(
        (await s.stranger.get('/en/timetable')).text,
        /quotation[\s\S]*Alpha stands[\s\S]*one[\s\S]*Beta stands[\s\S]*two edited/,
      )
    })

    test('shows each former wording with what it quoted, unless that has been removed', async () => {
      await using s = await setUp()
      const [ada, mo] = [await s.as('Ada'), await s.as('Mo', 'moderator')]
      const passage = await posted(ada, '/en/timetable/comment', 'Alpha and Beta')
      const quote = (words: string) => `> ${words}\n> — [Ada, 1](/c/${passage})\n\n`
      const id = await posted(ada, `/c/${passage}/reply`, `${quote('Alpha')}I agree`)
      await ada.send(await ada.get(`/c/${id}/edit`), { words: `${quote('Alpha')}I agree twice` })
      await ada.send(await ada.get(`/c/${id}/edit`), { words: `${quote('Beta')}I disagree` })
      const history = async () => (await s.stranger.get(`/c/${id}/history`)).text
      assert.match(await history(), /Beta[\s\S]*I disagree[\s\S]*Alpha[\s\S]*I agree twice[\s\S]*Alpha[\s\S]*I agree</)
      assert.doesNotMatch(await history(), /not kept|changed/)

      await ada.send(await ada.get(`/c/${passage}/edit`), { words: 'Alpha alone' })
      assert.match(await history(), /Beta[\s\S]*has changed since[\s\S]*I disagree[\s\S]*Alpha/)
      await ada.send(await ada.get(`/c/${passage}/edit`), { words: 'Beta alone' })
      assert.equal((await history()).split('has changed since').length, 3, 'both earlier ones say so, too')

      await removed(mo, passage)
      const without = await history()
      assert.doesNotMatch(without, /Alpha|Beta/)
      assert.equal(without.split('have been removed').length, 4)
      await mo.send(await mo.get(`/c/${passage}/restoration`), { note: '' })
      assert.match(await history(), /Beta[\s\S]*I disagree[\s\S]*Alpha/)
    })

    test('takes each removal for one of its own, also without keys', async () => {
      await using s = await setUp()
      const [ada, mo] = [await s.as('Ada'), await s.as('Mo', 'moderator')]
      const id = await posted(ada, '/en/timetable/comment', 'On and off')
      const rule = ruleIn(await mo.get(`/c/${id}/removal`))
      const act = (what: string) => mo.post(`/c/${id}/${what}`, { rule, note: '', language: 'en' })
      const stands = async () => (await s.stranger.get('/en/timetable')).text.includes('On and off')
      await act('removal')
      assert.equal((await act('removal')).status, 303, 'the same again is the same')
      assert.equal(await stands(), false)
      await act('restoration')
      assert.equal(await stands(), true)
      await act('removal')
      assert.equal(await stands(), false)
    })

    test('takes the same words about another passage for another comment', async () => {
      await using s = await setUp()
      const ada = await s.as('Ada')
      const path = '/en/timetable/comment'
      const passages = [await posted(ada, path, 'Said twice'), await posted(ada, path, 'Said twice, too')]
      const sent = passages.map((id) => ({ words: `> Said twice\n> — [Ada](/c/${id})\n\nYes.`, language: 'en' }))
      const answers = [
        await ada.post(`/a/${s.articleId}/comments`, sent[0]!),
        await ada.post(`/a/${s.articleId}/comments`, sent[1]!),
      ]
      assert.notEqual(answers[0]!.location, answers[1]!.location)
    })

    test('refuses what no database keeps, in addresses, keys and notes', async () => {
      await using s = await setUp()
      const [ada, mo] = [await s.as('Ada'), await s.as('Mo', 'moderator')]
      const id = await posted(ada, '/en/timetable/comment', 'Words to remove')
      for (const path of ['/en/%00', '/en/%00/comment', '/en/%00/feed.atom', '/en/section/%00'])
        assert.equal((await mo.get(path)).status, 404, path)
      const keyed = await mo.post(`/c/${id}/replies`, { words: 'Kept here', key: 'a\u0000b', language: 'en' })
      assert.equal(keyed.status, 422)
      assert.match(keyed.text, /Kept here[\s\S]*U\+0000/)
      const form = await mo.get(`/c/${id}/removal`)
      for (const [note, said] of [
        ['a\u0000b', /id="note-error" role="alert">[^<]*U\+0000/],
        ['ä'.repeat(1_001), /id="note-error" role="alert">[^<]*1,001[^<]*1,000/],
      ] as const) {
        const refused = await mo.send(form, { rule: ruleIn(form), note })
        assert.equal(refused.status, 422)
        assert.match(refused.text, said)
        assert.equal(formIn(refused).fields.note, note.replace('\0', '\ufffd'))
      }
      assert.equal((await mo.send(form, { rule: ruleIn(form), note: '𝔞'.repeat(1_000) })).status, 303)
      const restoration = await mo.get(`/c/${id}/restoration`)
      assert.equal((await mo.send(restoration, { note: 'a\u0000b' })).status, 422)
      assert.equal((await mo.send(restoration, { note: ' ' })).status, 303)
    })

    test('keeps each page under its own address, whatever an address is made to look like', async () => {
      await using s = await setUp()
      const id = await posted(await s.as('Ada'), '/en/timetable/comment', 'A branch of its own')
      const disguised = await s.stranger.get(`/en/timetable?after=1%26under%3D${id}`)
      assert.match(disguised.text, /The ferry leaves at nine/)
      const branch = await s.stranger.get(`/en/timetable?under=${id}`)
      assert.doesNotMatch(branch.text, /The ferry leaves at nine/)
      assert.match(branch.text, /<h2 id="discussion-title">The branch under 1<\/h2>/)
      assert.match(branch.text, /Back to the whole discussion<\/a> \(<span id="discussion-count">1 comment</)
    })

    test('makes no page from what its address is not kept by', async () => {
      await using s = await setUp()
      await posted(await s.as('Ada'), '/en/timetable/comment', 'First of all')
      const overlong = 'x'.repeat(200)
      for (const odd of [
        'without=1.~',
        `without=1.${overlong}`,
        'without=1.%20&order=best',
        `order=best&without=1.${overlong}`,
      ])
        await s.stranger.get(`/en/timetable?${odd}`)
      assert.match((await s.stranger.get('/en/timetable')).text, /leaves at nine[\s\S]*First of all/)
      assert.match((await s.stranger.get('/en/timetable?order=best')).text, /leaves at nine[\s\S]*First of all/)
    })

    test('refuses parents and passages of another article', async () => {
      await using s = await setUp()
      const ada = await s.as('Ada')
      const id = await posted(ada, '/en/timetable/comment', 'Here')
      const other = await publish(s.site, { slug: 'other', title: 'Another', words: 'Elsewhere.' })
      const quoting = `> Here\n> — [Ada, 1](/c/${id})\n\nFrom afar.`
      assert.equal((await ada.post(`/a/${other}/comments`, { words: quoting, language: 'en' })).status, 422)
      assert.equal((await ada.post(`/c/999999/replies`, { words: 'x', language: 'en' })).status, 404)
      assert.equal((await ada.post(`/a/999999/comments`, { words: 'x', language: 'en' })).status, 404)
      assert.equal((await s.stranger.get('/en/nothing-here')).status, 404)
      assert.equal((await s.stranger.get(`/en/other?under=${id}`)).status, 404)
    })

    test('takes nothing beneath an article that is not published', async () => {
      await using s = await setUp()
      const ada = await s.as('Ada')
      const draft = await anArticle(s.site.parley.store, 'draft', null)
      for (const path of [`/a/${draft}/comments`, `/a/${draft}/follow`])
        assert.equal((await ada.post(path, { words: 'Too early', language: 'en' })).status, 404)
    })

    test('quotes no edition that is not published, but keeps what was quoted while it was', async () => {
      await using s = await setUp()
      const [ada, bob] = [await s.as('Ada'), await s.as('Bob')]
      const { store, clock } = s.site.parley
      const words = {
        title: 'Расписание',
        standfirst: '',
        pictureAlt: '',
        pictureCaption: '',
        words: 'Ничего ещё не решено.',
      }
      const edition = { articleId: s.articleId, language: languageFrom('ru')!, slug: 'raspisanie', ...words }
      const publishedAt = async (at: number | null) =>
        store.write((tx) => saveEdition(tx, { ...edition, publishedAt: at }, clock(), editionChanged))
      const quoting = { words: '> ещё не решено\n> — [x](/ru/raspisanie)\n\nOho.', language: 'en' }
      await publishedAt(clock())
      const quoted = await sentId(ada, await ada.post(`/a/${s.articleId}/comments`, quoting))
      await publishedAt(null)
      const refused = await bob.post(`/a/${s.articleId}/comments`, quoting)
      assert.equal(refused.status, 422)
      assert.doesNotMatch(refused.text, /Расписание/)
      const form = await ada.get(`/c/${quoted}/edit`)
      assert.equal((await ada.send(form, { words: `${formIn(form).fields.words} Indeed.` })).status, 303)
    })

    test('refuses changes that another site sends', async () => {
      await using s = await setUp()
      const ada = await s.as('Ada')
      const send = (headers: Record<string, string>) =>
        ada.post(`/a/${s.articleId}/comments`, { words: 'From elsewhere', language: 'en' }, headers)
      assert.equal((await send({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).status, 403)
      assert.equal((await send({ 'sec-fetch-site': 'same-site' })).status, 403)
      assert.equal((await send({ 'content-type': 'text/plain' })).status, 422)
    })

    test('answers a reader who holds the page already in one line, until it moves', async () => {
      await using s = await setUp()
      const first = await s.stranger.get('/en/timetable')
      const etag = first.headers.get('etag')!
      assert.equal((await s.stranger.get('/en/timetable', { 'if-none-match': etag })).status, 304)
      await posted(await s.as('Ada'), '/en/timetable/comment', 'It moves')
      const moved = await s.stranger.get('/en/timetable', { 'if-none-match': etag })
      assert.equal(moved.status, 200)
      assert.match(moved.text, /It moves/)
    })

    test('is the same page for every browser, packed as each of them takes it', async () => {
      await using s = await setUp()
      const asked = ['br', 'gzip', 'identity', 'gzip, br']
      const pages = []
      for (const coding of asked) pages.push(await s.stranger.get('/en/timetable', { 'accept-encoding': coding }))
      assert.deepEqual(
        pages.map(({ headers }) => headers.get('content-encoding')),
        ['br', 'gzip', null, 'br'],
      )
      assert.equal(new Set(pages.map(({ text }) => text)).size, 1)
      assert.match(pages[0]!.text, /<\/html>/)
    })
  })
}

async function removed(moderator: Asker, id: string) {
  const form = await moderator.get(`/c/${id}/removal`)
  assert.equal((await moderator.send(form, { rule: ruleIn(form), note: '' })).status, 303)
}

function ruleIn({ text }: Page): string {
  return /name="rule" value="(\d+)"/.exec(text)![1]!
}

type Asker = ReturnType<typeof browserAt>

async function posted(browser: Asker, formPath: string, words: string): Promise<string> {
  return sentId(browser, await browser.send(await browser.get(formPath), { words }))
}

/** The number of the comment that an answer leads to. */
async function sentId(_browser: Asker, answer: Page): Promise<string> {
  assert.equal(answer.status, 303, answer.text.slice(0, 2_000))
  return /^\/c\/(\d+)/.exec(answer.location)![1]!
}
