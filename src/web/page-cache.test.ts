import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import type { Entry } from '../store/index.ts'
import { createPageCache } from './page-cache.ts'

const ARTICLE = 7
const ADDRESS = '/en/tides'

/** A cache whose journal the test writes, and pages that are ready when the test says so. */
function cache() {
  let told: (entries: readonly Entry[]) => void = () => {}
  let seq = 0
  const tail = {
    follow(follower: typeof told) {
      told = follower
      return () => {}
    },
  }
  const pages = createPageCache(tail, () => 0)
  return {
    pages,
    happens(kind: string, articleId: number | null = ARTICLE) {
      told([{ seq: ++seq, kind, articleId, about: null, at: 0 }])
    },
    /** Asks for the page as it stands now; it is assembled when `finish` is called. */
    ask(mustBeNew = false, encoding?: 'gzip') {
      const { promise, resolve } = Promise.withResolvers<void>()
      const version = seq
      let assembled = 0
      const assemble = async () => {
        assembled++
        await promise
        return { body: `as of ${version}`, type: 'text/html', articleId: ARTICLE, version }
      }
      const page = pages.get(ADDRESS, encoding, assemble, mustBeNew)
      return { page, finish: resolve, assembled: () => assembled, text: async () => String((await page).bytes) }
    },
  }
}

test('those who ask at once share one assembly', async () => {
  const { ask } = cache()
  const [first, second] = [ask(), ask()]
  first.finish()
  assert.equal(await second.page, await first.page)
  assert.deepEqual([first.assembled(), second.assembled()], [1, 0])
})

test('while a comment is being taken in, the first who asks waits for it and the others get the page before', async () => {
  const { pages, ask, happens } = cache()
  const before = ask()
  before.finish()
  await before.page
  happens('comment.posted')
  assert.equal(pages.find(ADDRESS), undefined)
  const first = ask()
  assert.equal(await ask().text(), 'as of 0')
  assert.equal(String(pages.find(ADDRESS)?.bytes), 'as of 0')
  first.finish()
  assert.equal(await first.text(), 'as of 1')
  assert.equal(String(pages.find(ADDRESS)?.bytes), 'as of 1')
})

test('one who has just written is never given the page before', async () => {
  const { pages, ask, happens } = cache()
  const before = ask()
  before.finish()
  await before.page
  happens('comment.posted')
  const other = ask()
  happens('comment.posted')
  const writer = ask(true)
  assert.equal(pages.find(ADDRESS, true), undefined)
  other.finish()
  writer.finish()
  assert.equal(await other.text(), 'as of 1')
  assert.equal(await writer.text(), 'as of 2')
})

test('a page that shows what was removed is gone at once, also one that is still being assembled', async () => {
  const { pages, ask, happens } = cache()
  const before = ask()
  before.finish()
  await before.page
  happens('comment.posted')
  const slow = ask()
  happens('comment.removed')
  assert.equal(pages.find(ADDRESS), undefined)
  const after = ask()
  slow.finish()
  after.finish()
  assert.equal(await after.text(), 'as of 2')
  assert.equal(String(pages.find(ADDRESS)?.bytes), 'as of 2')
})

test('what is around every page makes every page old', async () => {
  const { pages, ask, happens } = cache()
  const before = ask()
  before.finish()
  await before.page
  happens('publication.changed', null)
  assert.equal(pages.find(ADDRESS), undefined)
})

test('a page is compressed when somebody asks for it so', async () => {
  const { ask } = cache()
  const plain = ask()
  plain.finish()
  assert.equal((await plain.page).gzip, undefined)
  const { gzip } = await ask(false, 'gzip').page
  assert.equal(gunzipSync(gzip!).toString(), 'as of 0')
})
