import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { STORES } from '../../../test/support/stores.ts'
import { publicationChanged } from '../../domain/articles/index.ts'
import { commentPosted, commentRemoved } from '../../domain/discussion/index.ts'
import { createTail, type DeclaredEntry, type EventType, event, type Payload } from '../../store/index.ts'
import type { Encoding } from './negotiation.ts'
import { createPageCache } from './page-cache.ts'

const ARTICLE = 7
const ADDRESS = '/en/tides'

/** A cache whose journal the test writes, and pages that are ready when the test says so. */
function cache() {
  let told: (entries: readonly DeclaredEntry[]) => void = () => {}
  let seq = 0
  const tail = {
    follow(follower: typeof told) {
      told = follower
      return () => undefined
    },
  }
  const pages = createPageCache(tail, () => 0)
  return {
    pages,
    happens(event: EventType, articleId: number | null = ARTICLE) {
      const { kind, onlyAdds } = event
      const touches = event.touchedBy({})
      told([{ seq: ++seq, kind, articleId, about: null, at: 0, touches, onlyAdds }])
    },
    /** Asks for the page as it stands now; it is assembled when `finish` is called. */
    ask(mustBeNew = false, encoding?: Encoding) {
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
  happens(commentPosted)
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
  happens(commentPosted)
  const other = ask()
  happens(commentPosted)
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
  happens(commentPosted)
  const slow = ask()
  happens(commentRemoved)
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
  happens(publicationChanged, null)
  assert.equal(pages.find(ADDRESS), undefined)
})

/** Of something that no page shows, of one article, and of something that every page shows. */
const payload = z.object({ about: z.number().optional(), articleId: z.number() })
const declared = {
  draftKept: event({ kind: 'draft.kept', payload: payload.partial(), touches: 'nothing' }),
  wordChanged: event({ kind: 'word.changed', payload, touches: 'article' }),
  nameChanged: event({ kind: 'name.changed', payload: payload.partial(), touches: 'everything' }),
}
const unknown = event({ kind: 'of.another-version', payload: payload.partial(), touches: 'nothing' })

for (const { name, openStore } of STORES)
  test(`on ${name}, events that touch nothing leave every page, and those that touch everything or are unknown leave none`, async () => {
    await using open = await openStore()
    const { store } = open
    const tail = await createTail(store, Object.values(declared))
    const pages = createPageCache(tail, () => 0)
    const addresses = ['/en/', ...Array.from({ length: 9 }, (_, at) => `/en/article-${at + 1}`)]
    const isKept = () => addresses.map((address) => pages.find(address) !== undefined)
    const all = (kept: boolean) => addresses.map(() => kept)
    const fill = async () => {
      for (const [at, address] of addresses.entries())
        await pages.get(address, undefined, async () => {
          return { body: address, type: 'text/html', articleId: at || null, version: tail.seq }
        })
    }
    const happens = async <P extends Payload>(what: EventType<P>, said: P, times = 1) => {
      const { seq } = await store.write(async (tx) => {
        for (let n = 0; n < times; n++) tx.note(what, { ...said, at: 1 })
      })
      await tail.until(seq)
    }
    await fill()
    await happens(declared.draftKept, {}, 25)
    await happens(declared.draftKept, { about: 3, articleId: 3 }, 25)
    assert.deepEqual(isKept(), all(true))
    await happens(declared.wordChanged, { articleId: 3 })
    assert.deepEqual(isKept(), [false, true, true, false, ...all(true).slice(4)], 'the lists, and its own')
    await fill()
    await happens(declared.nameChanged, { articleId: 3 })
    assert.deepEqual(isKept(), all(false))
    await fill()
    await happens(unknown, { articleId: 3 })
    assert.deepEqual(isKept(), all(false))
    await tail.close()
  })

test('a page is not kept when what is around it was read before that changed, and the page itself after', async () => {
  const { pages, happens } = cache()
  const packing = Promise.withResolvers<void>()
  const asked = pages.get(ADDRESS, undefined, async () => {
    await packing.promise
    return { body: 'the former name', type: 'text/html', articleId: ARTICLE, version: 1, around: 0 }
  })
  happens(publicationChanged, null)
  packing.resolve()
  await asked
  assert.equal(pages.find(ADDRESS), undefined)
})

test('a page is made in the form that is asked for, and in another from that when somebody asks for it', async () => {
  const { ask } = cache()
  const packed = ask(false, 'brotli')
  packed.finish()
  const page = await packed.page
  assert.equal(brotliDecompressSync(page.brotli!).toString(), 'as of 0')
  assert.deepEqual([page.bytes, page.gzip], [undefined, undefined])
  assert.equal(gunzipSync((await ask(false, 'gzip').page).gzip!).toString(), 'as of 0')
  assert.equal(await ask().text(), 'as of 0')
})

test('a page that was asked for plainly is packed when somebody asks for it so', async () => {
  const { ask } = cache()
  const plain = ask()
  plain.finish()
  assert.deepEqual([String((await plain.page).bytes), (await plain.page).gzip], ['as of 0', undefined])
  assert.equal(gunzipSync((await ask(false, 'gzip').page).gzip!).toString(), 'as of 0')
})

test('a page that cannot be assembled fails for all who wait for it, and is assembled for the next', async () => {
  const { pages, ask } = cache()
  const broken = Promise.withResolvers<never>()
  const first = pages.get(ADDRESS, undefined, () => broken.promise)
  const second = ask()
  broken.reject(new Error('the database is gone'))
  for (const waiting of [first, second.page]) await assert.rejects(waiting, /the database is gone/)
  assert.equal(second.assembled(), 0)
  assert.equal(pages.find(ADDRESS), undefined)
  const next = ask()
  next.finish()
  assert.equal(await next.text(), 'as of 0')
})

test('a page whose successor cannot be assembled is asked for anew by the next', async () => {
  const { pages, ask, happens } = cache()
  const before = ask()
  before.finish()
  await before.page
  happens(commentPosted)
  await assert.rejects(pages.get(ADDRESS, undefined, () => Promise.reject(new Error('the database is gone'))))
  assert.equal(pages.find(ADDRESS), undefined)
  const next = ask()
  next.finish()
  assert.equal(await next.text(), 'as of 1')
})

test('pages that were not asked for lately make room, and one that has none is not kept', async () => {
  const { pages } = cache()
  const mebibytes = (count: number) => async () => {
    return { body: 'x'.repeat(count * 1024 * 1024), type: 'text/html', articleId: ARTICLE, version: 0 }
  }
  for (const address of ['/1', '/2', '/3', '/4']) await pages.get(address, undefined, mebibytes(2))
  assert.ok(pages.find('/1'))
  await pages.get('/5', undefined, mebibytes(2))
  await pages.get('/large', undefined, mebibytes(9))
  const kept = ['/1', '/2', '/3', '/4', '/5', '/large'].filter((address) => pages.find(address))
  assert.deepEqual(kept, ['/1', '/3', '/4', '/5'])
})

test('a page that has moved stays old, however many other articles have moved since', async () => {
  const { pages, ask, happens } = cache()
  const before = ask()
  before.finish()
  await before.page
  happens(commentPosted)
  for (let other = 1; other <= 10_000; other++) happens(commentPosted, ARTICLE + other)
  assert.equal(pages.find(ADDRESS), undefined)
  const anew = ask()
  anew.finish()
  assert.equal(await anew.text(), 'as of 10001')
  happens(commentPosted, ARTICLE - 1)
  assert.equal(String(pages.find(ADDRESS)?.bytes), 'as of 10001')
})

test('what is kept of a page holds no larger block in memory', async () => {
  const { ask } = cache()
  for (const encoding of [undefined, 'gzip', 'brotli'] as const) {
    const asked = ask(false, encoding)
    asked.finish()
    const form = (await asked.page)[encoding ?? 'bytes']!
    assert.equal(form.buffer.byteLength, form.length)
  }
})
