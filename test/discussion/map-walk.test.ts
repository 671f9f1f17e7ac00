import assert from 'node:assert/strict'
import { test } from 'node:test'
import { removeOwn } from '../../src/domain/moderation/index.ts'
import { mute } from '../../src/domain/people/index.ts'
import { DATABASES } from '../support/databases.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'

for (const { name, open } of DATABASES) {
  test(`on ${name}, the map of a discussion is the same for everyone until that moves, and what is personal comes apart`, async () => {
    const database = await open()
    await using _ = { [Symbol.asyncDispose]: () => database.close() }
    await using site = await openSite(database.url)
    const articleId = await publish(site, { slug: 'berths', title: 'The berths', words: 'A hotel.' })
    const [ada, bob] = [await visitor(site, 'Ada'), await visitor(site, 'Bob')]
    const first = await say(site, ada.person, articleId, 'One.')
    const second = await say(site, bob.person, articleId, 'Two.', first.id)
    const map = (headers = {}) => fetch(`${site.url}/a/${articleId}/map`, { headers })
    const [one, other] = [await map(), await map({ cookie: ada.cookies })]
    const etag = one.headers.get('etag')!
    assert.equal(other.headers.get('etag'), etag)
    assert.equal(one.headers.get('cache-control'), 'public, max-age=0, must-revalidate')
    assert.equal((await map({ 'if-none-match': etag })).status, 304)
    const seen = await one.json()
    assert.deepEqual([seen.threads, seen.comments, seen.bars.length], [1, 2, 1])
    assert.deepEqual([seen.bars[0].id, seen.bars[0].count], [first.id, 2])
    assert.deepEqual(idsOf(seen.spots), [first.id, second.id])

    const third = await say(site, bob.person, articleId, 'Three.')
    const moved = await map({ 'if-none-match': etag })
    assert.equal(moved.status, 200)
    assert.equal((await moved.json()).threads, 2)
    const personal = async (query: string, cookie = '') => {
      const answer = await fetch(`${site.url}/a/${articleId}/map/personal${query}`, { headers: { cookie } })
      assert.equal(answer.headers.get('cache-control'), 'no-store')
      const { own, unread } = await answer.json()
      return { own: idsOf(own), unread: idsOf(unread) }
    }
    assert.deepEqual(await personal(''), { own: [], unread: [] })
    assert.deepEqual(await personal(`?since=${first.id}`), { own: [], unread: [third.id, second.id] })
    assert.deepEqual(await personal(`?since=${second.id}`, bob.cookies), {
      own: [third.id, second.id],
      unread: [],
    })
    assert.equal((await fetch(`${site.url}/a/999/map`)).status, 404)
    assert.equal((await fetch(`${site.url}/a/x/map/personal`)).status, 404)
  })

  test(`on ${name}, the map says to whom a comment belongs, and what is new leaves out those whom one has muted`, async () => {
    const database = await open()
    await using _ = { [Symbol.asyncDispose]: () => database.close() }
    await using site = await openSite(database.url)
    const articleId = await publish(site, { slug: 'berths', title: 'The berths', words: 'A hotel.' })
    const [ada, bob, eve] = [await visitor(site, 'Ada'), await visitor(site, 'Bob'), await visitor(site, 'Eve')]
    const first = await say(site, ada.person, articleId, 'One.')
    const muted = await say(site, bob.person, articleId, 'Two.', first.id)
    const other = await say(site, eve.person, articleId, 'Three.')
    const removed = await say(site, eve.person, articleId, 'Four.')
    const { store, clock, tail } = site.parley
    await store.write((tx) => mute(tx, ada.person.id, bob.person.id, clock()))
    const { seq } = await store.write((tx) => removeOwn(tx, { id: removed.id, by: eve.person, at: clock() }))
    await tail.until(seq)
    const seen = async (path: string, cookie = '') => {
      const answer = await fetch(`${site.url}/a/${articleId}/map${path}`, { headers: { cookie } })
      return { etag: answer.headers.get('etag'), ...(await answer.json()) }
    }
    const shared = await seen('', ada.cookies)
    assert.deepEqual(shared, await seen('', bob.cookies))
    assert.deepEqual(
      shared.spots.map(({ authorId }: { authorId: number | null }) => authorId),
      [ada.person.id, bob.person.id, eve.person.id, null],
    )
    assert.deepEqual(
      shared.spots.map(({ name, label }: { name: string | null; label: string }) => [name, label]),
      [
        ['Ada', '1'],
        ['Bob', '1.1'],
        ['Eve', '2'],
        [null, '3'],
      ],
    )
    const news = async (cookie?: string) => idsOf((await seen(`/personal?since=${first.id}`, cookie)).unread)
    assert.deepEqual(await news(ada.cookies), [removed.id, other.id])
    assert.deepEqual(await news(eve.cookies), [muted.id])
    assert.deepEqual(await news(), [removed.id, other.id, muted.id])
  })
}

function idsOf(spots: readonly { id: number }[]) {
  return spots.map(({ id }) => id)
}
