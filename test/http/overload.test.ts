import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { type DiscussionTables, recounted } from '../../src/domain/discussion/index.ts'
import { asking, attackerOn } from '../support/attacks.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, visitor, withoutPace } from '../support/site.ts'
import { until } from '../support/until.ts'

const AT_ONCE = 24
/** With those who may wait, far fewer than ask at once. */
const FEW = { atWork: 4, manyWaiting: 4, waitingMs: 0 }
const MOST_POSTS = 3_000
const MOST_HEADS = 50

for (const { name, open } of DATABASES) {
  test(`on ${name}, where more ask than can be served, some are, others are told when to come back, and nothing is lost`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url, { bounds: FEW })
    const { store } = site.parley
    const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    await withoutPace(site)
    const { cookies } = await visitor(site, 'Ada')
    const form = `/a/${articleId}/comments`
    using others = attackerOn(site.url, '127.0.0.1')
    const acknowledged: number[] = []
    const comeBack = new Set<string | null>()
    let [posts, heads, before] = [0, 0, '']

    async function keepPosting() {
      const ada = browserAt(site.url, cookies)
      while (posts < MOST_POSTS && (before === '' || acknowledged.length === 0)) {
        const { status, headers, location } = await ada.post(form, said(`Once more: ${posts++}`))
        if (status === 303) acknowledged.push(Number(/\/c\/(\d+)/.exec(location)![1]))
        else {
          assert.equal(status, 503)
          comeBack.add(headers.get('retry-after'))
          if (heads++ < MOST_HEADS) void announce()
        }
      }
    }

    /** Says what is about to be sent, and sends nothing of it. */
    async function announce() {
      const head = asking('POST', form, site.url, `Cookie: ${cookies}`, 'Content-Length: 100000')
      const [socket] = others.open(1, head)
      before ||= await text(socket!).catch(() => '')
    }

    await Promise.all(Array.from({ length: AT_ONCE }, keepPosting))
    assert.match(before, /^HTTP\/1\.1 503[\s\S]*retry-after: 5[\s\S]*connection: close[\s\S]*please send it again/i)
    assert.deepEqual([...comeBack], ['5'])
    assert.ok(acknowledged.length > 0)
    const last = said('After all')
    await until(async () => (await browserAt(site.url, cookies).post(form, last)).status === 303)
    const kept = await store.look<DiscussionTables>().selectFrom('comment').select('id').execute()
    const ids = new Set(kept.map(({ id }) => Number(id)))
    assert.deepEqual(
      acknowledged.filter((id) => !ids.has(id)),
      [],
    )
    assert.equal(ids.size, acknowledged.length + 1, 'who was told to come back has said nothing yet')
    assert.deepEqual(await recounted(store, 5), [])
  })
}

function said(words: string) {
  return { words, language: 'en', key: randomUUID() }
}
