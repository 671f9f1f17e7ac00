import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Comment } from '../../src/domain/discussion/index.ts'
import { CANARY, watched } from '../support/canary.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt, unescaped } from '../support/front-door.ts'
import { bring, muchTalk } from '../support/harbour-talk.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'

for (const { name, open } of DATABASES) {
  test(`a reader searches one discussion and all of them, by words, person and day, on ${name}`, async () => {
    await using database = closing(await open())
    await using site = await openSite(database.url)
    const ferry = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const tide = await publish(site, { slug: 'tide', title: 'The tide', words: 'It comes at ten.' })
    const [ada, bob] = [await visitor(site, 'Ada'), await visitor(site, 'Bob & Sons')]
    const first = await say(site, ada.person, ferry, 'Десять кораблей ушло.')
    const second = await say(
      site,
      bob.person,
      tide,
      `Ein Satz davor. ${'und so weiter '.repeat(60)} Die Fähren, <b>nie</b>!`,
    )
    const third = await say(site, bob.person, ferry, '昨天我们坐渡轮, корабль и <i>Fähre</i>')
    const long = await say(site, bob.person, tide, `写道：${letters(90)}。`)
    await site.found()
    const reader = browserAt(site.url)
    const found = async (path: string) => {
      const page = await reader.get(path)
      assert.equal(page.status, 200, path)
      assert.equal(page.headers.get('cache-control'), 'no-store')
      return { ...page, ids: [...page.text.matchAll(/class="number" href="\/c\/(\d+)\?/g)].map(([, id]) => Number(id)) }
    }

    const empty = await found('/en/search')
    assert.match(empty.text, /<form class="form search" role="search" action="\/en\/search">/)
    assert.doesNotMatch(empty.text, /nobody-yet|class="found"/)
    assert.deepEqual((await found('/en/search?words=корабли')).ids, [third.id, first.id])
    assert.deepEqual((await found(`/en/search?words=корабли&article=${ferry}`)).ids, [third.id, first.id])
    assert.deepEqual((await found('/ru/search?words=корабли&person=ada')).ids, [first.id])
    assert.deepEqual((await found('/en/search?person=Bob+%26+Sons')).ids, [long.id, third.id, second.id])
    assert.deepEqual((await found('/en/search?words=渡轮 FÄHREN')).ids, [third.id])
    assert.deepEqual((await found(`/en/search?words=${letters(90)}`)).ids, [long.id])
    const none = await found('/en/search?words=submarine')
    assert.match(none.text, /No comments found/)

    const marked = await found(`/en/search?words=Fähre&article=${tide}`)
    assert.deepEqual(marked.ids, [second.id])
    assert.match(marked.text, /…[^<]*Die <mark>Fähren<\/mark>, &lt;b&gt;nie&lt;\/b&gt;!/)
    assert.match(marked.text, /<bdi class="author">Bob &amp; Sons<\/bdi>/)
    assert.match(marked.text, /class="of" href="\/en\/tide"><bdi>The tide<\/bdi>/)
    assert.match(marked.text, /In the discussion “<a href="\/en\/tide#discussion">/)
    assert.equal((await reader.get(`/c/${second.id}`)).location, `/en/tide#c-${second.id}`)

    const today = new Date(site.parley.clock()).toLocaleDateString('sv', { timeZone: 'Europe/Berlin' })
    assert.equal((await found(`/en/search?from=${today}&to=${today}`)).ids.length, 4)
    assert.equal((await found(`/en/search?words=корабль&to=2014-10-15`)).ids.length, 0)

    const discussion = await reader.get('/en/ferry')
    assert.match(discussion.text, new RegExp(`href="/en/search\\?article=${ferry}">Search here</a>`))
    assert.match(discussion.text, /<footer[\s\S]*href="\/en\/search">Search<\/a>/)
  })

  test(`what cannot be searched for is answered by a sentence and the form as it was, on ${name}`, async () => {
    await using database = closing(await open())
    await using site = await openSite(database.url)
    const ferry = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const reader = browserAt(site.url)
    const WRONG: readonly (readonly [query: string, status: number, sentence: RegExp])[] = [
      ['words=%22*%22', 422, /no words in/],
      [`words=${Array.from({ length: 21 }, (_, at) => `w${at}`).join('+')}`, 422, /at most 20 words/],
      [`words=${letters(102)}`, 422, /at most 100 characters/],
      ['person=Nobody', 422, /No one here is called Nobody/],
      ['person=%00', 422, /No one here is called/],
      ['from=2014-02-30', 422, /“2014-02-30” is not a date/],
      ['to=yesterday', 422, /is not a date/],
      ['from=2026-10-15&to=2026-10-14', 422, /is after the last/],
      ['words=a&article=9999', 404, /no such article/],
      ['words=a&article=x', 404, /no such article/],
    ]
    for (const [query, status, sentence] of WRONG) {
      const page = await reader.get(`/en/search?${query}`)
      assert.equal(page.status, status, query)
      assert.match(unescaped(page.text), sentence, query)
    }
    const kept = await reader.get('/en/search?words=%3Cb%3Eferry&person=Nobody&from=2014-10-15')
    assert.match(kept.text, /name="words" type="search" value="&lt;b&gt;ferry"/)
    assert.match(kept.text, /name="from" type="date" value="2014-10-15"/)
    for (const before of ['0', '-1', 'x', '9007199254740993'])
      assert.equal((await reader.get(`/en/search?words=ferry&before=${before}`)).status, 200, before)
    assert.equal((await reader.get(`/en/search?article=${ferry}`)).status, 200)
  })

  test(`nothing that is searched for becomes part of an SQL text, on ${name}`, async () => {
    await using database = closing(await open())
    await using site = await openSite(database.url)
    const ferry = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const { person } = await visitor(site, 'Ada')
    await say(site, person, ferry, `The ferry ${CANARY}`)
    await site.found()
    const reader = browserAt(site.url)
    const said = [CANARY, `"${CANARY}`, `ferry* OR ${CANARY}:*`, `${CANARY}' | '`, `NEAR(${CANARY} ferry)`]
    for (const name of ['words', 'person', 'from', 'to', 'article', 'before'])
      for (const value of said) {
        const query = new URLSearchParams({ words: 'ferry', [name]: value })
        assert.ok((await reader.get(`/en/search?${query}`)).status < 500, `${query}`)
      }
    const { text } = await reader.get(`/en/search?words=ferry+${CANARY}`)
    assert.match(text, new RegExp(`<mark>${CANARY}</mark>`))
    assert.deepEqual(watched().leaked, [])
    assert.ok(watched().seen > 20)
  })

  test(`what is long looked for is looked for page after page, also where nothing was found yet, on ${name}`, async () => {
    await using database = closing(await open())
    await using site = await openSite(database.url)
    const ferry = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const { person } = await visitor(site, 'Ada')
    const talked = muchTalk(250, [ferry], [person.id]).map((comment) => ({
      ...comment,
      id: (comment.id * 1_000_000) as Comment['id'],
      plain: `The ferry leaves ${comment.id === 3 ? 'early' : 'late'}`,
    }))
    await bring(site.parley.store, talked)
    await site.found()
    const reader = browserAt(site.url)
    const pages: string[] = []
    for (let path: string | undefined = '/en/search?words=early'; path; ) {
      const { status, text } = await reader.get(path)
      assert.equal(status, 200)
      pages.push(text)
      path = /class="more" rel="next" href="([^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
    }
    assert.ok(pages.length > 2, `${pages.length} pages`)
    for (const page of pages.slice(0, -1)) assert.match(page, /have not been searched yet[\s\S]*>Search further back</)
    assert.match(pages.at(-1)!, /<mark>early<\/mark>/)
  })

  test(`strangers ask so often a minute, people with an account as they like, on ${name}`, async () => {
    await using database = closing(await open())
    await using site = await openSite(database.url)
    await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const [stranger, ada] = [browserAt(site.url), browserAt(site.url, (await visitor(site, 'Ada')).cookies)]
    for (let time = 1; time <= 60; time++) assert.equal((await stranger.get('/en/search?words=ferry')).status, 200)
    const refused = await stranger.get('/en/search?words=ferry')
    assert.equal(refused.status, 429)
    assert.match(refused.text, /Please wait 1 minute[\s\S]*value="ferry"|value="ferry"[\s\S]*Please wait 1 minute/)
    assert.equal((await stranger.get('/en/search')).status, 200)
    assert.equal((await ada.get('/en/search?words=ferry')).status, 200)
  })

  test(`pages of findings follow each other without loss or doubling while more is said, on ${name}`, async () => {
    await using database = closing(await open())
    await using site = await openSite(database.url)
    const ferry = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const { person } = await visitor(site, 'Ada')
    const ids: number[] = []
    for (let number = 1; number <= 45; number++)
      ids.unshift((await say(site, person, ferry, `Ferry number ${number}`)).id)
    await site.found()
    const reader = browserAt(site.url)
    const seen: number[] = []
    for (let path: string | undefined = '/en/search?words=ferries&from=2014-10-15'; path; ) {
      const { text } = await reader.get(path)
      seen.push(...[...text.matchAll(/class="number" href="\/c\/(\d+)\?/g)].map(([, id]) => Number(id)))
      await say(site, person, ferry, 'One more ferry')
      await site.found()
      path = /class="more" rel="next" href="([^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
    }
    assert.deepEqual(seen, ids)
  })
}

/** So many different Chinese letters without a space. */
function letters(count: number) {
  return String.fromCodePoint(...Array.from({ length: count }, (_, at) => 0x4e00 + at))
}

/** The database goes once the site that stands on it has ended. */
function closing<D extends { close(): Promise<void> }>(database: D): D & AsyncDisposable {
  return { ...database, [Symbol.asyncDispose]: () => database.close() }
}
