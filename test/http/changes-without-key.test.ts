import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DiscussionTables } from '../../src/domain/discussion/index.ts'
import { DATABASES } from '../support/databases.ts'
import { type Browser, browserAt } from '../support/front-door.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'

const ARTICLE = { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' }
const JSON_TYPE = { 'content-type': 'application/json' }

/** What says how things shall be: by which address, with which fields for the one and for the other, and where one sees it. */
interface Wish {
  path: string
  one: Record<string, string>
  other: Record<string, string>
  seenAt: string
  seen: RegExp
}

for (const { name, open } of DATABASES) {
  test(`on ${name}, what says how things shall be holds each time it is sent, without keys, as a form and as JSON`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    const articleId = await publish(site, ARTICLE)
    const [ada, bob] = [await visitor(site, 'Ada'), await visitor(site, 'Bob')]
    const { id } = await say(site, bob.person, articleId, 'The branch')
    const browser = browserAt(site.url, ada.cookies)
    const wishes: Wish[] = [
      ends(`/a/${articleId}/follow`, '/follows', /discussion of “<a href="\/en\/ferry">/),
      ends(`/c/${id}/follow`, '/follows', /The branch/),
      ends(`/people/${bob.person.id}/mute`, '/muted', /Bob/),
      {
        path: '/en/account/profile',
        one: { about: 'I watch tides.', hidden: '1' },
        other: { about: 'I watch tides.' },
        seenAt: `/people/${ada.person.id}`,
        seen: /does not show what they wrote/,
      },
      {
        path: '/en/account/notices',
        one: { reply: '1', mail: 'daily' },
        other: { reply: '1', mail: '' },
        seenAt: '/en/account',
        seen: /value="daily" checked/,
      },
    ]
    for (const wish of wishes) {
      for (const send of [asForm(site.url, ada.cookies), asJson(site.url, ada.cookies)]) {
        for (const is of ['one', 'other', 'one', 'other'] as const) {
          const status = await send(wish.path, wish[is])
          assert.ok(status === 201 || status === 303, `${wish.path}: ${status}`)
          assert.equal(await holds(browser, wish), is === 'one', `${wish.path}, once more ${JSON.stringify(wish[is])}`)
        }
      }
    }
  })
}

/** More decisions than one page tells of. */
const MANY = 52

for (const { name, open } of DATABASES) {
  test(`on ${name}, a comment is removed and restored as often as that is decided, without keys, and once each time`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    const articleId = await publish(site, ARTICLE)
    const [ada, mo] = [await visitor(site, 'Ada'), await visitor(site, 'Mo', 'moderator')]
    const { id } = await say(site, ada.person, articleId, 'Frist of all.')
    const browser = browserAt(site.url, mo.cookies)
    const form = async () => (await browser.get(`/c/${id}/removal?language=en`)).text
    const rule = /name="rule" value="(\d+)"/.exec(await form())![1]!
    const acts: { path: string; fields: Record<string, string>; seen: RegExp }[] = [
      { path: `/c/${id}/removal`, fields: { rule, note: '' }, seen: /has been removed/ },
      { path: `/c/${id}/restoration`, fields: { note: '' }, seen: /name="rule"/ },
    ]
    for (let time = 1; time <= MANY; time++) {
      for (const { path, fields, seen } of acts) {
        for (const sent of ['once', 'again']) {
          assert.equal((await browser.post(path, { ...fields, language: 'en' })).status, 303, `${path}, ${sent}`)
          assert.match(await form(), seen, `${path}, the ${time}th time, ${sent}`)
        }
      }
    }
    const decided = await site.parley.store.look<DiscussionTables>().selectFrom('removal').select('id').execute()
    assert.equal(decided.length, MANY)
  })
}

function ends(path: string, seenAt: string, seen: RegExp): Wish {
  return { path, one: {}, other: { end: '1' }, seenAt, seen }
}

async function holds(browser: Browser, { seenAt, seen }: Wish): Promise<boolean> {
  return seen.test((await browser.get(`${seenAt}?language=en`)).text)
}

function asForm(url: string, cookies: string) {
  const browser = browserAt(url, cookies)
  return async (path: string, fields: Record<string, string>) =>
    (await browser.post(path, { ...fields, language: 'en' })).status
}

function asJson(url: string, cookies: string) {
  return async (path: string, fields: Record<string, string>) => {
    const headers = { ...JSON_TYPE, cookie: cookies, origin: url, 'sec-fetch-site': 'same-origin' }
    const body = JSON.stringify({ ...fields, language: 'en' })
    return (await fetch(url + path, { method: 'POST', headers, body, redirect: 'manual' })).status
  }
}
