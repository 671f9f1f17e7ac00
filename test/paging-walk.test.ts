import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Comment, draftOf, post, ROOT } from '../src/domain/discussion/index.ts'
import { DATABASES } from './databases.ts'
import { unescaped } from './front-door.ts'
import { grow } from './growing.ts'
import { openSite, publish, type Site, type Visitor, visitor } from './site.ts'

type ArticleId = Comment['articleId']

/** At fifty a second, with a page every twentieth of one. */
const POSTED_A_PAGE = 3

/** A long row of roots, many replies under two of them, and a chain that leads on from page to page. */
const CHAIN = Array.from({ length: 30 }, (_, at) => (at === 0 ? 2 : 330 + at))
const PARENTS = [...Array(230).fill(0), ...Array(60).fill(1), ...Array(40).fill(231), ...CHAIN]

for (const { name, open } of DATABASES) {
  test(`on ${name}, following every link shows what was there exactly once while many post`, async () => {
    const database = await open()
    await using _ = { [Symbol.asyncDispose]: () => database.close() }
    await using site = await openSite(database.url)
    const tern = await visitor(site, 'Tern')
    for (const order of ['oldest', 'newest']) {
      const articleId = await publish(site, { slug: order, title: 'The berths', words: 'A hotel.' })
      const there = await grow(site.parley.store, articleId, PARENTS)
      const posting = postOn(site, articleId, tern, there)
      const { met, pages } = await followed(site, `/en/${order}?order=${order}`, () => posting.more(POSTED_A_PAGE))
      const posted = await posting.end()
      const counted = Map.groupBy(met, (id) => id)
      assert.deepEqual(
        there.filter(({ id }) => counted.get(id)?.length !== 1).map(({ label }) => label),
        [],
        order,
      )
      assert.equal(counted.size, met.length, `${order}: none is shown twice`)
      assert.ok(pages > 8 && posted >= pages * POSTED_A_PAGE)
    }
  })
}

/** Posts one comment after the other, among the roots and under those that were there, until it is ended. */
function postOn(site: Site, articleId: ArticleId, by: Visitor, there: readonly Comment[]) {
  const under = [ROOT, there[0]!.id, there[230]!.id, there[3]!.id, there.at(-1)!.id] as const
  let posted = 0
  let isEnded = false
  let tell = () => {}

  async function work() {
    while (!isEnded) {
      const { store, clock } = site.parley
      const comment = { articleId, under: under[posted % under.length]!, by: by.person, draft: draftOf('More.') }
      await store.write((tx) => post(tx, { ...comment, language: null, at: clock() }))
      posted++
      tell()
    }
  }

  const working = work()
  return {
    /** Waits until so many more have been posted. */
    async more(count: number) {
      for (const until = posted + count; posted < until; ) await new Promise<void>((told) => (tell = told))
    },
    async end() {
      isEnded = true
      await working
      return posted
    },
  }
}

/** The comments on a page and on all that its links lead on to, as often as they are met. */
async function followed(site: Site, first: string, afterEach: () => Promise<void>) {
  const met: number[] = []
  const paths = [first]
  for (const path of paths) {
    const text = await (await fetch(site.url + path)).text()
    const inside = Number(/[?&]under=(\d+)/.exec(path)?.[1])
    met.push(...[...text.matchAll(/<li id="c-(\d+)"/g)].map(([, id]) => Number(id)).filter((id) => id !== inside))
    for (const [link, href] of text.matchAll(/<a class="more[^>]* href="([^"#]*)/g))
      if (!link.includes('earlier') && !paths.includes(unescaped(href!))) paths.push(unescaped(href!))
    await afterEach()
  }
  return { met, pages: paths.length }
}
