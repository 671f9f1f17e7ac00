import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DATABASES } from './databases.ts'
import { openSite, publish, say, visitor } from './site.ts'

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
      unread: [third.id],
    })
    assert.equal((await fetch(`${site.url}/a/999/map`)).status, 404)
    assert.equal((await fetch(`${site.url}/a/x/map/personal`)).status, 404)
  })
}

function idsOf(spots: readonly { id: number }[]) {
  return spots.map(({ id }) => id)
}
