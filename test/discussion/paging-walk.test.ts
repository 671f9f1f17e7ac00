import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Comment, draftOf, post, ROOT } from '../../src/domain/discussion/index.ts'
import { DATABASES } from '../support/databases.ts'
import { unescaped } from '../support/front-door.ts'
import { grow } from '../support/growing.ts'
import { openSite, publish, type Site, type Visitor, visitor } from '../support/site.ts'

type ArticleId = Comment['articleId']

/** A page a second at fifty a second, by what arrives and not by the clock, so that a slow machine proves the same. */
const POSTED_A_PAGE = 50

/** A long row of roots, many replies under two comments, and a chain that leads on from page to page. */
const ROOTS = 130
const CHAIN = Array.from({ length: 30 }, (_, at) => (at === 0 ? 2 : ROOTS + 100 + at))
const PARENTS = [...Array(ROOTS).fill(0), ...Array(60).fill(1), ...Array(40).fill(ROOTS + 1), ...CHAIN]

for (const { name, open } of DATABASES) {
  test(`on ${name}, following every link with fifty comments posted for each page, shows what was there exactly once`, async (t) => {
    const database = await open()
    await using _ = { [Symbol.asyncDispose]: () => database.close() }
    await using site = await openSite(database.url)
    const tern = await visitor(site, 'Tern')
    for (const order of ['oldest', 'newest']) {
      const articleId = await publish(site, { slug: order, title: 'The berths', words: 'A hotel.' })
      const there = await grow(site.parley.store, articleId, PARENTS)
      const posting = postOn(site, articleId, tern, there)
      const begun = performance.now()
      const { met, pages } = await followed(site, `/en/${order}?order=${order}`, () => posting.more(POSTED_A_PAGE))
      const posted = await posting.end()
      const perSecond = Math.round(posted / ((performance.now() - begun) / 1_000))
      t.diagnostic(`${order}: ${pages} pages read while ${posted} comments were posted, ${perSecond} a second`)
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

/** Posts without a pause, a comment among the roots and one under each of some that were there, until it is ended. */
function postOn(site: Site, articleId: ArticleId, by: Visitor, there: readonly Comment[]) {
  const under = [ROOT, there[0]!.id, there[ROOTS]!.id, there[3]!.id, there.at(-1)!.id] as const
  let posted = 0
  let isEnded = false
  let tell = () => {}

  async function work() {
    while (!isEnded) {
      const { store, clock } = site.parley
      const draft = draftOf('More.')
      await store.write(async (tx) => {
        for (const place of under)
          await post(tx, { articleId, under: place, by: by.person, draft, language: null, at: clock() })
      })
      posted += under.length
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
