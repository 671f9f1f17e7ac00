import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mute } from '../../src/domain/people/index.ts'
import { DATABASES } from '../support/databases.ts'
import { type Browser, browserAt } from '../support/front-door.ts'
import { grow } from '../support/growing.ts'
import { openSite, publish, say, type Visitor, visitor } from '../support/site.ts'

const ARTICLE = { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' }

for (const { name, open } of DATABASES) {
  test(`on ${name}, what somebody has seen is put together from all their devices, and what came after is told but for what is no news to them`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    const article = await publish(site, ARTICLE)
    const [ada, bob, eve] = [await visitor(site, 'Ada'), await visitor(site, 'Bob'), await visitor(site, 'Eve')]
    const [reader, hasty, stranger] = [ada.cookies, bob.cookies, ''].map((cookies) => browserAt(site.url, cookies))
    const first = await say(site, bob.person, article, 'The first.')
    assert.deepEqual(await known(reader!, article), {}, 'nothing is known of a discussion that was never left')
    await leave(reader!, article, first.id + 1_000)
    assert.deepEqual(await known(reader!, article), { upTo: first.id, seen: [], unread: { ids: [], upTo: first.id } })

    const since = async ({ person }: Visitor) => (await say(site, person, article, 'Said since.')).id
    const [one, own, muted] = [await since(bob), await since(ada), await since(eve)]
    const [gone, last] = [await since(bob), await since(bob)]
    await site.parley.store.write((tx) => mute(tx, ada.person.id, eve.person.id, 1))
    await hasty!.send(await hasty!.get(`/c/${gone}/removal`), {})
    assert.deepEqual((await known(reader!, article)).unread, { ids: [one, last], upTo: last })
    assert.deepEqual((await known(reader!, article, one)).unread, { ids: [last], upTo: last })
    assert.deepEqual(await known(stranger!, article), {})
    assert.deepEqual(await known(stranger!, article, first.id), {
      unread: { ids: [one, own, muted, last], upTo: last },
    })

    await leave(reader!, article, first.id, last)
    await leave(reader!, article, first.id, one, last + 1_000)
    assert.deepEqual((await known(reader!, article)).seen, [one, last])
    await leave(reader!, article, own)
    await leave(reader!, article, first.id)
    const { upTo, seen } = await known(reader!, article)
    assert.deepEqual([upTo, seen], [own, [last]])
  })

  test(`on ${name}, however much came, 200 comments are looked at and 500 are remembered as seen`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    const article = await publish(site, ARTICLE)
    const reader = browserAt(site.url, (await visitor(site, 'Ada')).cookies)
    const ids = (await grow(site.parley.store, article, Array(700).fill(0))).map(({ id }) => id)
    await leave(reader, article, ids[0]!)
    const { unread } = await known(reader, article)
    assert.deepEqual(unread, { ids: ids.slice(1, 201), upTo: ids[200] })
    await leave(reader, article, ids[0]!, ...ids.slice(10, 310))
    assert.equal((await known(reader, article)).upTo, ids[0])
    await leave(reader, article, ids[0]!, ...ids.slice(400, 650))
    const { upTo, seen } = await known(reader, article)
    assert.deepEqual([upTo, seen], [ids[59], [...ids.slice(60, 310), ...ids.slice(400, 650)]])
  })
}

interface Known {
  upTo?: number
  seen?: number[]
  unread?: { ids: number[]; upTo: number }
}

async function known(browser: Browser, article: number, since?: number): Promise<Known> {
  const { text } = await browser.get(`/me?article=${article}${since ? `&since=${since}` : ''}`)
  const { upTo, seen, unread } = JSON.parse(text)
  return Object.fromEntries(Object.entries({ upTo, seen, unread }).filter(([, value]) => value !== undefined))
}

async function leave(browser: Browser, article: number, upTo: number, ...seen: number[]) {
  const answer = await browser.post('/me/readings', { article: `${article}`, upTo: `${upTo}`, seen: seen.join('.') })
  assert.equal(answer.status, 204)
}
