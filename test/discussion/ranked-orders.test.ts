import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  type Comment,
  createRankings,
  ORDERS,
  type PageCursor,
  type PageRequest,
  ROOT,
  react,
  recounted,
  type ThreadPage,
  threadPage,
} from '../../src/domain/discussion/index.ts'
import { addPerson, type Person } from '../../src/domain/people/index.ts'
import type { Store } from '../../src/store/index.ts'
import { DATABASES } from '../support/databases.ts'
import { grow, newArticle } from '../support/growing.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'
import { STORES } from '../support/stores.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const FIRST: PageCursor = { under: ROOT, order: 'best', after: 0, before: 0, ranking: 0 }

for (const { name, openStore } of STORES) {
  describe(`ranked orders on ${name}`, () => {
    async function setUp() {
      const open = await openStore()
      const { store } = open
      const articleId = await newArticle(store, 'ranked')
      const { value: people } = await store.write((tx) =>
        Promise.all(['Ada', 'Bob', 'Cy'].map((name) => addPerson(tx, personNamed(name)))),
      )
      const rankings = createRankings(store)
      return {
        store,
        articleId,
        people,
        rankings,
        grow: (parents: number[]) => grow(store, articleId, parents),
        async read(part: PageCursor, at = 0) {
          const readied = await rankings.ready(articleId, part, at)
          return { ...(await read(store, { articleId, ...readied.part })), renewed: readied.renewed }
        },
        [Symbol.asyncDispose]: () => open[Symbol.asyncDispose](),
      }
    }

    test('put the best first at every level, the oldest first among equals', async () => {
      await using s = await setUp()
      const grown = await s.grow([0, 0, 0, 1, 1, 1])
      await s.store.write(async (tx) => {
        for (const by of s.people) await react(tx, { id: grown[1]!.id, by, kind: 'agree', on: true, at: 1 })
        await react(tx, { id: grown[2]!.id, by: s.people[0]!, kind: 'well-argued', on: true, at: 1 })
        await react(tx, { id: grown[0]!.id, by: s.people[0]!, kind: 'disagree', on: true, at: 1 })
        await react(tx, { id: grown[5]!.id, by: s.people[0]!, kind: 'agree', on: true, at: 1 })
      })
      const { branches } = await s.read(FIRST)
      assert.deepEqual(labels(branches), ['2', '3', '1'])
      assert.deepEqual(labels(branches[2]!.replies), ['1.3', '1.1', '1.2'])
      assert.deepEqual(await recounted(s.store, 10), [])
    })

    test('put the most replied and the last active first', async () => {
      await using s = await setUp()
      const grown = await s.grow([0, 0, 0, 3, 2, 4, 4])
      await s.store.write((tx) =>
        tx
          .change<{ comment: Comment }>()
          .updateTable('comment')
          .set({ lastActivityAt: 900 })
          .where('id', '=', grown[0]!.id)
          .execute(),
      )
      assert.deepEqual(labels((await s.read({ ...FIRST, order: 'replied' })).branches), ['2', '3', '1'])
      const active = (await s.read({ ...FIRST, order: 'active' })).branches
      assert.deepEqual(labels(active), ['1', '2', '3'])
    })

    for (const order of ['best', 'replied', 'active'] as const) {
      test(`${order}: from end to end of one ranking, show each comment once in the order in which they then stood`, async () => {
        await using s = await setUp()
        const grown = await s.grow([...Array(130).fill(0), ...Array(40).fill(7), ...Array(20).fill(9)])
        await s.store.write(async (tx) => {
          for (let i = 0; i < 130; i += 3)
            await react(tx, { id: grown[i]!.id, by: s.people[i % 2]!, kind: 'agree', on: true, at: 1 })
        })
        const met: ThreadPage['branches'] = []
        for (let part: PageCursor | null = { ...FIRST, order }, at = 0; part; at += 20 * SECOND) {
          const window: Awaited<ReturnType<typeof s.read>> = await s.read(part, at)
          assert.equal(window.renewed, false)
          met.push(...window.branches)
          part = window.more
          const id = grown[129 - ((at / SECOND) % 130)]!.id
          await s.store.write((tx) => react(tx, { id, by: s.people[2]!, kind: 'well-argued', on: true, at }))
          await s.grow([0])
        }
        const roots = grown.slice(0, 130).map(({ label }) => label)
        const first = { best: roots.filter((_, i) => i % 3 === 0), replied: ['7', '9'], active: [] as string[] }[order]
        assert.deepEqual(labels(met), [...first, ...roots.filter((label) => !first.includes(label))])
        const later = await s.read({ ...FIRST, order }, 11 * MINUTE)
        if (order === 'best') assert.equal(labels(later.branches)[0], '130')
      })
    }

    test('lead who comes back too late to the beginning of the present ranking, and keep few', async () => {
      await using s = await setUp()
      await s.grow(Array(120).fill(0))
      const { more } = await s.read(FIRST, MINUTE)
      assert.equal((await s.read(more!, 10 * MINUTE)).renewed, false)
      const late = await s.read(more!, 12 * MINUTE)
      assert.equal(late.renewed, true)
      assert.deepEqual(labels(late.branches).slice(0, 2), ['1', '2'])
      assert.notEqual(late.more!.ranking, more!.ranking)
      assert.equal((await s.read({ ...more!, order: 'replied' }, 12 * MINUTE)).renewed, true, 'of another order')
      await s.grow([0])
      for (let at = 20; at < 60; at += 20) await s.read(FIRST, at * MINUTE)
      const kept = await s.store.look<{ ranking: { id: number } }>().selectFrom('ranking').select('id').execute()
      assert.ok(kept.length <= 2, `${kept.length} rankings`)
    })

    test('are read again where one that came meanwhile made them need a ranking', async () => {
      await using s = await setUp()
      await s.grow(Array(50).fill(0))
      let times = 0
      const window = await s.rankings.reading(s.articleId, FIRST, 0, async ({ part }) => {
        if (times++ === 0) await s.grow([0])
        return read(s.store, { articleId: s.articleId, ...part })
      })
      assert.deepEqual([window.branches.length, window.more?.count, times], [50, 1, 2])
    })

    test('make no ranking under a comment of another article', async () => {
      await using s = await setUp()
      const [parent] = await s.grow([0, ...Array(60).fill(1)])
      const other = await newArticle(s.store, 'other')
      for (const order of ['best', 'replied'] as const) {
        const { part } = await s.rankings.ready(other, { ...FIRST, order, under: parent!.id }, 0)
        assert.equal(part.ranking, 0)
        assert.equal(await s.store.read((db) => threadPage(db, { articleId: other, ...part })), undefined)
      }
      const kept = await s.store.look<{ ranking: { id: number } }>().selectFrom('ranking').select('id').execute()
      assert.deepEqual(kept, [])
    })

    test('make a ranking anew at most every half minute, and only when something moved', async () => {
      await using s = await setUp()
      const grown = await s.grow(Array(60).fill(0))
      const ranking = async (at: number) => (await s.read(FIRST, at)).more!.ranking
      const [first, together] = await Promise.all([ranking(0), ranking(0)])
      assert.equal(first, together)
      assert.equal(await ranking(2 * MINUTE), first, 'nothing moved')
      const by = s.people[0]!
      await s.store.write((tx) => react(tx, { id: grown[50]!.id, by, kind: 'agree', on: true, at: 1 }))
      const second = await ranking(3 * MINUTE)
      assert.notEqual(second, first)
      await s.store.write((tx) => react(tx, { id: grown[51]!.id, by, kind: 'agree', on: true, at: 1 }))
      assert.equal(await ranking(3 * MINUTE + 20 * SECOND), second)
      assert.notEqual(await ranking(3 * MINUTE + 31 * SECOND), second)
    })
  })
}

for (const { name, open } of DATABASES) {
  test(`on ${name}, a page of a ranked order links on within its ranking, and says when that is gone`, async () => {
    const database = await open()
    await using site = await openSite(database.url)
    const articleId = await publish(site, { slug: 'berths', title: 'The berths', words: 'A hotel.' })
    const [ada, bob] = [await visitor(site, 'Ada'), await visitor(site, 'Bob')]
    const ids: Comment['id'][] = []
    for (let i = 1; i <= 60; i++) ids.push((await say(site, ada.person, articleId, `Word ${i}`)).id)
    const { store, tail } = site.parley
    const page = async (path: string) => (await fetch(site.url + path)).text()
    const first = async () => /class="entry"[\s\S]*?Word (\d+)/.exec(await page('/en/berths?order=best'))![1]
    assert.equal(await first(), '1')
    const reacting = { id: ids[54]!, by: bob.person, kind: 'agree', on: true, at: 1 } as const
    await tail.until((await store.write((tx) => react(tx, reacting))).seq)
    site.wait(31 * SECOND)
    assert.equal(await first(), '55', 'though the page was kept')
    const shown = await page('/en/berths?order=best')
    assert.match(shown, /order=best#discussion" aria-current="true">Best</)
    const next = /rel="next" href="([^"#]*)/.exec(shown)![1]!.replaceAll('&amp;', '&')
    assert.match(next, /^\/en\/berths\?order=best&ranking=\d+&after=50$/)
    assert.match(await page(next), /Word 60/)
    assert.doesNotMatch(await page(next), /Word 55</)
    site.wait(11 * MINUTE)
    assert.match(await page(next), /has been updated since[\s\S]*Word 55/)
    for (const order of ORDERS)
      assert.equal((await fetch(`${site.url}/en/berths?order=${order}&under=${ids[3]}`)).status, 200)
    await database.close()
  })
}

async function read(store: Store, asked: PageRequest): Promise<ThreadPage> {
  const window = await store.read((db) => threadPage(db, asked))
  assert.ok(window)
  return window
}

function labels(branches: ThreadPage['branches']) {
  return branches.map(({ comment }) => comment.label)
}

function personNamed(name: string): Omit<Person, 'id'> {
  return { accountId: name, name, nameKey: name.toLowerCase(), createdAt: 1 }
}
