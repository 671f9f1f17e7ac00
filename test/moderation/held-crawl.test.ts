import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CommentId, draftWithMentions, hold, letIn, ROOT } from '../../src/domain/discussion/index.ts'
import { crawl } from '../support/crawl.ts'
import { DATABASES } from '../support/databases.ts'
import { type Browser, browserAt, type Page } from '../support/front-door.ts'
import { openSite, publish, type Site, say, type Visitor, visitor } from '../support/site.ts'

const SECRET_WORDS = 'Umbrellagate'
/** Who says them, and nothing else. */
const SECRET_NAME = 'Heronymus'
const SEARCHES = ['/en/search?words=umbrellagate', '/en/search?words=all+along', '/en/search?words=bob']

for (const { name, open } of DATABASES) {
  test(`on ${name}, a held comment is behind no door, and leaves no gap`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const [heron, bob] = [await visitor(site, SECRET_NAME), await visitor(site, 'Bob')]
    const [reader, asBob] = [browserAt(site.url), browserAt(site.url, bob.cookies)]
    const asMo = browserAt(site.url, (await visitor(site, 'Mo', 'moderator')).cookies)
    const { id: passage } = await say(site, bob.person, articleId, 'It was late all along')
    await asBob.send(await asBob.get(`/c/${passage}/follow`), {})
    await site.found()
    const doors = [
      ...SEARCHES,
      `/a/${articleId}/map`,
      `/a/${articleId}/map/personal?since=${passage}`,
      ...['newest', 'best', 'replied', 'active'].map((order) => `/en/ferry?order=${order}`),
      `/en/ferry?under=${passage}`,
    ]
    const own = [...doors, '/follows', '/notices', '/me/data', `/me?article=${articleId}&since=${passage}`]
    const before = await crawl(reader, doors)
    const since = site.parley.tail.seq

    const answering = `> late all along\n> — [Bob, 1](/c/${passage})\n\n@Bob, it was ${SECRET_WORDS}.`
    const root = await heldBy(site, heron, articleId, `It was ${SECRET_WORDS} all along`, ROOT)
    const reply = await heldBy(site, heron, articleId, answering, passage)
    await site.found()

    assert.deepEqual((await crawl(reader, doors)).map(unversioned), before.map(unversioned), 'nothing has moved')
    const later = await say(site, bob.person, articleId, 'What comes after')
    assert.equal(later.label, '2')
    await site.found()
    for (const [who, starts] of [
      [reader, doors],
      [asBob, [...own, `/a/${articleId}/held`]],
      [asMo, own],
    ] as const)
      for (const page of await crawl(who, starts)) {
        const isAtWork = who === asMo && /^\/(?:desk\/|c\/\d+\/held)/.test(page.path)
        const isTold = who === asMo ? page.text.includes(SECRET_WORDS) : tells(page, heron, [root, reply])
        assert.ok(isAtWork || !isTold, `${page.path} tells nothing`)
      }
    const changes = await reader.get(`/live/changes?article=${articleId}&language=en&since=${since}`)
    assert.match(changes.text, /What comes after/)
    assert.ok(!tells(changes, heron, [root, reply]))
    for (const id of [root, reply]) {
      for (const who of [asBob, asMo]) await nothingAt(who, id)
      for (const who of [asBob, reader]) assert.equal((await who.get(`/c/${id}/held`)).status, 404)
      assert.match((await asMo.get(`/c/${id}/held`)).text, new RegExp(SECRET_WORDS))
    }
    const here = await asMo.get(`/a/${articleId}/held`, { accept: 'application/json' })
    assert.deepEqual(
      JSON.parse(here.text).held.map((one: { id: number; parentId: number }) => [one.id, one.parentId]),
      [
        [root, ROOT],
        [reply, passage],
      ],
    )

    for (const id of [reply, root])
      await site.parley.store.write((tx) => letIn(tx, { id, byId: null, note: '', at: site.parley.clock() }))
    await site.found()
    const seen = await crawl(reader, doors)
    for (const path of ['/en/ferry', '/en/ferry/feed.atom', SEARCHES[0]!, `/people/${heron.person.id}`])
      assert.ok(
        seen.some((page) => page.path.startsWith(path) && page.text.includes(SECRET_WORDS)),
        path,
      )
    assert.match(seen.find(({ path }) => path === '/en/ferry')!.text, new RegExp(`id="c-${root}"[\\s\\S]*?>3</a>`))
    while (!(await asBob.get('/notices')).text.includes(SECRET_WORDS)) await new Promise(setImmediate)
  })
}

async function heldBy(
  site: Site,
  { person: by }: Visitor,
  articleId: Parameters<typeof say>[2],
  words: string,
  under: number,
) {
  const { store, tail, clock } = site.parley
  const draft = await draftWithMentions(store, words)
  const posting = { articleId, under: under as CommentId, by, draft, language: null, at: clock() }
  const { value, seq } = await store.write((tx) => hold(tx, { ...posting, heldById: null, note: 'new here' }))
  await tail.until(seq)
  return value
}

/** The number of the journal's last entry stands on each page and moves with whatever happens; keys of forms are new each time. */
function unversioned({ path, text }: Page) {
  return [path, text.replaceAll(/data-seq="\d+"|name="key" value="[^"]*"/g, '')]
}

/** Whether a page holds the words, who said them, or that there is such a comment. */
function tells({ text }: Page, { person }: Visitor, ids: readonly number[]) {
  if (text.includes(SECRET_NAME)) return true
  const numbers = new RegExp(`/people/${person.id}\\b|data-author="${person.id}"|"authorId":${person.id}\\b`)
  const those = new RegExp(`(?:c-|/c/|"id":|data-newest="|"upTo":)(?:${ids.join('|')})\\b`)
  return text.includes(SECRET_WORDS) || numbers.test(text) || those.test(text)
}

const DOORS = ['', '/reply', '/edit', '/removal', '/reactions', '/quotations', '/history', '/follow']
const ACTS = { replies: { words: 'Hm.' }, edit: { words: 'Hm.', revision: '1' }, removal: { rule: '1' }, follow: {} }

async function nothingAt(who: Browser, id: number) {
  for (const door of DOORS) assert.equal((await who.get(`/c/${id}${door}`)).status, 404, `GET ${door}`)
  for (const [act, fields] of Object.entries({ ...ACTS, reactions: { kind: 'agree', on: '1' } }))
    assert.equal((await who.post(`/c/${id}/${act}`, { language: 'en', ...fields })).status, 404, `POST ${act}`)
}
