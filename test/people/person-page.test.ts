import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aboutFrom, claimPlaceholder, personNamed, saveProfile } from '../../src/domain/people/index.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'

const ARTICLE = { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' }

for (const { name, open } of DATABASES) {
  async function setUp() {
    const database = await open()
    const site = await openSite(database.url)
    const articleId = await publish(site, ARTICLE)
    return {
      site,
      articleId,
      stranger: browserAt(site.url),
      async [Symbol.asyncDispose]() {
        await site[Symbol.asyncDispose]()
        await database.close()
      },
    }
  }

  test(`on ${name}, a person's page shows what they wrote, on what, newest first and page by page`, async () => {
    await using s = await setUp()
    const ada = await visitor(s.site, 'Ada')
    for (let n = 1; n <= 31; n++) await say(s.site, ada.person, s.articleId, `Word number ${n}.`)
    const path = /<bdi class="author"><a href="([^"]*)">Ada</.exec((await s.stranger.get('/en/ferry')).text)![1]!
    const first = await s.stranger.get(path)
    assert.equal(first.status, 200)
    assert.match(first.text, /<h1>Ada<\/h1>[\s\S]*number 31\.[\s\S]*The ferry[\s\S]*number 30\.[\s\S]*number 2\./)
    assert.doesNotMatch(first.text, /number 1\./)
    const older = /rel="next" href="([^"]*)"/.exec(first.text)![1]!.replaceAll('&amp;', '&')
    const last = await s.stranger.get(older)
    assert.match(last.text, /number 1\./)
    assert.doesNotMatch(last.text, /number 2\.|rel="next"/)
    assert.match((await s.stranger.get(`/people/${ada.person.id}?language=ru`)).text, /lang="ru"/)
    assert.doesNotMatch(first.text, /reader\.example/, 'the address is nobody else’s business')
  })

  test(`on ${name}, removed words are neither on the page nor in the feed of their author`, async () => {
    await using s = await setUp()
    const ada = await visitor(s.site, 'Ada')
    const { id } = await say(s.site, ada.person, s.articleId, 'Hasty words.')
    const path = `/people/${ada.person.id}`
    for (const surface of [path, `${path}/feed.atom`]) assert.match((await s.stranger.get(surface)).text, /Hasty words/)
    const author = browserAt(s.site.url, ada.cookies)
    await author.send(await author.get(`/c/${id}/removal`), {})
    for (const surface of [path, `${path}/feed.atom`])
      assert.doesNotMatch((await s.stranger.get(surface)).text, /Hasty|tombstone/)
  })

  test(`on ${name}, a person tells about themselves, and can hide what they wrote`, async () => {
    await using s = await setUp()
    const ada = await visitor(s.site, 'Ada')
    await say(s.site, ada.person, s.articleId, 'Words to hide.')
    const author = browserAt(s.site.url, ada.cookies)
    const path = `/people/${ada.person.id}`
    const tell = (fields: Record<string, string>) => author.post('/en/account/profile', { language: 'en', ...fields })

    assert.equal((await tell({ about: 'I watch *tides* & <b>gulls</b>.\n[[quotation:1]]' })).status, 303)
    const told = await s.stranger.get(path)
    assert.match(told.text, /I watch <em>tides<\/em> &amp; &lt;b&gt;gulls&lt;\/b&gt;\.[\s\S]*\[\[quotation:1\]\]/)
    assert.match(told.text, /Words to hide/)

    const long = await tell({ about: 'ä'.repeat(501), hidden: '1' })
    assert.equal(long.status, 422)
    assert.match(long.text, /at most 500[\s\S]*ä{501}|ä{501}[\s\S]*at most 500/)
    assert.match((await s.stranger.get(path)).text, /Words to hide/, 'what was refused changed nothing')

    assert.equal((await tell({ about: '', hidden: '1' })).status, 303)
    const hidden = await s.stranger.get(path)
    assert.match(hidden.text, /does not show what they wrote/)
    assert.doesNotMatch(hidden.text, /Words to hide|people\/\d+\/feed|tides/)
    assert.equal((await s.stranger.get(`${path}/feed.atom`)).status, 410)
    assert.match((await author.get('/en/account')).text, /name="hidden" value="1" checked/)
    await s.site.found()
    const search = '/en/search?words=hide&person=Ada'
    const sought = await s.stranger.get(search)
    assert.equal(sought.status, 410)
    assert.match(sought.text, /does not show what they wrote/)
    assert.doesNotMatch(sought.text, /Words to/)
    assert.match((await author.get(search)).text, /Words to/, 'they find their own')
    assert.match((await s.stranger.get('/en/ferry')).text, /Words to hide/, 'the discussion keeps its words')

    assert.equal((await tell({ about: '' })).status, 303)
    assert.match((await s.stranger.get(path)).text, /Words to hide/)
  })

  test(`on ${name}, what a placeholder told and hid goes on to whoever claims it`, async () => {
    await using s = await setUp()
    const { store, people } = s.site.parley
    const { value: placeholder } = await store.write((tx) => personNamed(tx, 'kotofey'))
    await say(s.site, placeholder, s.articleId, 'Words to hide.')
    const told = { ...aboutFrom('I was a *cat*.'), hidden: true, at: 1 }
    await store.write((tx) => saveProfile(tx, placeholder.id, told))
    const { person } = await visitor(s.site, 'Cat')
    const claim = { placeholderId: placeholder.id, personId: person.id, byId: null, at: 2 }
    await store.write((tx) => claimPlaceholder(tx, people.holders, claim))
    const { text } = await s.stranger.get(`/people/${person.id}?language=en`)
    assert.match(text, /I was a <em>cat<\/em>[\s\S]*does not show what they wrote/)
    assert.doesNotMatch(text, /Words to hide/)
  })

  test(`on ${name}, those without an account have a page too, and nobody else has`, async () => {
    await using s = await setUp()
    const { value: placeholder } = await s.site.parley.store.write((tx) => personNamed(tx, 'kotofey'))
    await say(s.site, placeholder, s.articleId, 'From elsewhere.')
    const page = await s.stranger.get(`/people/${placeholder.id}`)
    assert.match(page.text, /kotofey[\s\S]*has no account[\s\S]*From elsewhere/)
    const { person } = await visitor(s.site, 'Cat')
    const claim = { placeholderId: placeholder.id, personId: person.id, byId: null, at: s.site.parley.clock() }
    await s.site.parley.store.write((tx) => claimPlaceholder(tx, [], claim))
    const claimed = await s.stranger.get(`/people/${placeholder.id}?language=en`)
    assert.equal(claimed.location, `/people/${person.id}?language=en`)
    for (const none of ['999999', '0', '01', 'kotofey'])
      assert.equal((await s.stranger.get(`/people/${none}`)).status, 404)
  })
}
