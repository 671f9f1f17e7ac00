import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  type Branch,
  commentById,
  createRankings,
  type DiscussionTables,
  ORDERS,
  type Order,
  type PageCursor,
  type PageRequest,
  pageOfComment,
  ROOT,
  remove,
  type ThreadPage,
  threadPage,
} from '../../src/domain/discussion/index.ts'
import type { Store } from '../../src/store/index.ts'
import { type Act, happen, openScenes, type Scene } from '../support/acts.ts'
import { fc } from '../support/chance.ts'
import { grow, newArticle } from '../support/growing.ts'
import { sequencesOf } from '../support/mirror.ts'
import { STORES } from '../support/stores.ts'

async function read(
  store: Store,
  { articleId, ...asked }: PageRequest,
): Promise<ThreadPage & Pick<PageCursor, 'ranking'>> {
  const first = { order: 'oldest', before: 0, ranking: 0, ...asked } as const
  const { part } = await createRankings(store).ready(articleId, first, 7)
  const window = await store.read((db) => threadPage(db, { articleId, ...part }))
  assert.ok(window)
  return { ...window, ranking: part.ranking }
}

/** What a walk by all links met under each parent, in that order. */
type Met = ReadonlyMap<number, readonly number[]>

/** Follows every link from the first page on. Each page must begin every branch as it ought to, and go on in a ranking as it was made. */
async function walked(scene: Scene, order: Order, meanwhile: () => Promise<unknown> = async () => {}): Promise<Met> {
  const { store, articleId } = scene
  const met = new Map<number, number[]>()
  const rankings = new Map<number, { asMade: readonly number[]; met: number[] }>()
  const waiting: PageRequest[] = [{ articleId, under: ROOT, after: 0, order }]
  const followed = new Set<string>()
  for (const asked of waiting) {
    const link = JSON.stringify([asked.under, asked.after, asked.before, asked.ranking])
    if (followed.has(link)) continue
    followed.add(link)
    const sequence = sequencesOf(scene.all, order)
    const { branches, more, ranking } = await read(store, asked)
    const parent = asked.under === ROOT ? { replies: branches, more } : branches[0]!
    goOn(parent.more)
    const row = rankings.get(ranking) ?? { asMade: sequence(asked.under), met: [] }
    if (ranking > 0) rankings.set(ranking, row)
    row.met.push(...meet(asked.under, parent.replies))
    isInOrder(row.met, row.asMade, order)
    parent.replies.forEach(visit)
    await meanwhile()

    function visit({ comment: { id }, replies, more }: Branch) {
      const first = meet(id, replies)
      assert.deepEqual(first, sequence(id).slice(0, first.length), `${order}: the first under ${id}`)
      goOn(more)
      if (more?.whole) assert.equal(more.whole, below(id) - allIn(replies).length, `${order}: all below ${id}`)
      replies.forEach(visit)
    }
  }
  return met

  function below(id: number): number {
    const replies = scene.all.filter(({ parentId }) => parentId === id)
    return replies.reduce((sum, { comment }) => sum + 1 + below(comment.id), 0)
  }

  function goOn(more: PageCursor | null) {
    if (more) waiting.push({ articleId, ...more })
  }

  function meet(parentId: number, branches: readonly Branch[]): number[] {
    const ids = branches.map(({ comment }) => comment.id)
    if (ids.length > 0) met.set(parentId, [...(met.get(parentId) ?? []), ...ids])
    return ids
  }
}

function isInOrder(ids: readonly number[], sequence: readonly number[], order: Order) {
  const shown = new Set(ids)
  assert.deepEqual(
    ids,
    sequence.filter((id) => shown.has(id)),
    order,
  )
}

/** What stands under each parent, as it ought to be met. */
function expected({ all }: Scene, order: Order): Met {
  const sequence = sequencesOf(all, order)
  return new Map([...new Set(all.map(({ parentId }) => parentId))].map((id) => [id, sequence(id)]))
}

/** So many roots, so many replies to the first and to its own first, and a tree over all of it: pages end at every level. */
const WIDE_TREE: fc.Arbitrary<Act[]> = fc
  .record({
    roots: fc.integer({ min: 1, max: 90 }),
    under: fc.nat(100),
    below: fc.nat(30),
    others: fc.array(fc.nat(200), { maxLength: 40 }),
    moments: fc.array(fc.nat(50), { minLength: 1, maxLength: 20 }),
  })
  .map(({ roots, under, below, others, moments }) =>
    grown([...Array(roots).fill(0), ...Array(under).fill(1), ...Array(below).fill(roots + 1), ...others], moments),
  )

/** A comment for every number, under the one that it names; 0 names none. */
function grown(parents: readonly number[], moments: readonly number[] = [7]): Act[] {
  return parents.map((where, at) => ({ kind: 'arrive', where, how: moments[at % moments.length]! }))
}

function anyOf(...kinds: Act['kind'][]): fc.Arbitrary<Act> {
  return fc.record({ kind: fc.constantFrom(...kinds), where: fc.nat(400), how: fc.nat(50) })
}

for (const { name, openStore } of STORES) {
  describe(`a discussion's windows on ${name}`, () => {
    test('together show under each parent every comment exactly once and in order, whatever the tree and its reactions', async () => {
      await using open = await openStore()
      const scenes = await openScenes(open.store)
      let trees = 0
      const acts = fc.array(anyOf('react', 'go'), { maxLength: 40 })
      await fc.assert(
        fc.asyncProperty(WIDE_TREE, acts, async (tree, acts) => {
          const scene = await scenes(`tree ${trees++}`)
          await happen(scene, [...tree, ...acts])
          for (const order of ORDERS) assert.deepEqual(await walked(scene, order), expected(scene, order), order)
        }),
        { numRuns: 8 },
      )
    })

    test('say of the one link in a thread how much lies behind it, and of several how many replies follow', async () => {
      await using open = await openStore()
      const scenes = await openScenes(open.store)
      const chain = [0, ...upTo(119)]
      const linksOf = async (scene: Scene, more: Partial<PageRequest> = {}) => {
        const { branches } = await read(scene.store, { articleId: scene.articleId, under: ROOT, after: 0, ...more })
        return allIn(branches).flatMap(({ more }) => (more ? [[more.count, more.whole]] : []))
      }
      const deep = await scenes('deep')
      await happen(deep, grown(chain))
      assert.deepEqual(await linksOf(deep), [[1, 108]])
      const [root, reply] = deep.all.map(({ comment }) => comment.id)
      assert.deepEqual(await linksOf(deep, { under: root! }), [[1, 107]])
      assert.deepEqual(await linksOf(deep, { under: reply! }), [[1, undefined]])

      const wide = await scenes('wide')
      await happen(wide, grown([...chain, ...Array(60).fill(1)]))
      assert.deepEqual(await linksOf(wide), [
        [51, undefined],
        [1, undefined],
      ])
    })

    test('show what was there exactly once in every order, whatever arrives, goes, is edited and is thought of it between two pages', async () => {
      await using open = await openStore()
      const scenes = await openScenes(open.store)
      let trees = 0
      const between = fc.array(anyOf('arrive', 'go', 'react', 'edit'), { maxLength: 4 })
      const acts = fc.array(between, { minLength: 1, maxLength: 12 })
      await fc.assert(
        fc.asyncProperty(WIDE_TREE, acts, async (tree, acts) => {
          const scene = await scenes(`moving ${trees++}`)
          await happen(scene, tree)
          let pages = 0
          for (const order of ORDERS) {
            const there = scene.all.map(({ comment }) => comment.id)
            const met = await walked(scene, order, () => happen(scene, acts[pages++ % acts.length]!))
            const ids = [...met.values()].flat()
            assert.equal(new Set(ids).size, ids.length, `${order}: none is shown twice`)
            assert.deepEqual([...new Set(there).difference(new Set(ids))], [], `${order}: none is left out`)
            if (order === 'oldest' || order === 'newest')
              for (const [parent, ids] of met) isInOrder(ids, sequencesOf(scene.all, order)(parent), order)
          }
        }),
        { numRuns: 5 },
      )
    })

    test('newest first, begin with the last at every level and lead back page by page', async () => {
      await using open = await openStore()
      const { store } = open
      const articleId = await newArticle(store, 'backwards')
      await grow(store, articleId, [...Array(120).fill(0), ...Array(30).fill(120)])
      const first = await read(store, { articleId, under: ROOT, after: 0, order: 'newest' })
      assert.deepEqual(ordinals(first.branches), downFrom(120, 50))
      assert.deepEqual(ordinals(first.branches[0]!.replies), downFrom(30, 10))
      assert.equal(first.branches[0]!.more?.count, 20)
      assert.equal(first.before, null)
      const second = await read(store, { articleId, ...first.more! })
      assert.deepEqual(ordinals(second.branches), downFrom(70, 50))
      const third = await read(store, { articleId, ...second.more! })
      assert.deepEqual([ordinals(third.branches), third.more], [downFrom(20, 20), null])
      const back = await read(store, { articleId, ...third.before! })
      assert.deepEqual(ordinals(back.branches), ordinals(second.branches))
      assert.deepEqual([back.before?.before, back.more?.count], [0, 20])
    })

    test('show the first replies of every thread and what stands below them, in every order', async () => {
      await using open = await openStore()
      const { store } = open
      const articleId = await newArticle(store, 'many threads')
      const roots = 60
      const replies = upTo(roots).flatMap((root) => Array(10).fill(root))
      const below = replies.map((_, at) => roots + 1 + at)
      const grown = await grow(store, articleId, [...Array(roots).fill(0), ...replies, ...below])
      await store.write(async (tx) => {
        for (const { id } of grown.slice(0, roots))
          await tx
            .change<DiscussionTables>()
            .updateTable('comment')
            .set({ lastActivityAt: id })
            .where('id', '=', id)
            .execute()
      })
      for (const order of ORDERS) {
        const window = await read(store, { articleId, under: ROOT, after: 0, order })
        const shown = window.branches.map(({ replies }) => replies.length)
        assert.ok(Math.min(...shown) >= 2, `${order}: ${shown}`)
        assert.ok(
          window.branches.some(({ replies }) => replies.some((reply) => reply.replies.length > 0)),
          order,
        )
        assert.ok(sizeOf(window) <= 200, `${order}: ${sizeOf(window)}`)
      }
    })

    test('show a wide thread, a long row of roots and a deep chain in bounded pages', async () => {
      await using open = await openStore()
      const scenes = await openScenes(open.store)
      const shapes = { wide: [0, ...Array(400).fill(1)], roots: Array(180).fill(0), chain: [0, ...upTo(90)] }
      for (const [shape, parents] of Object.entries(shapes)) {
        const scene = await scenes(shape)
        await happen(scene, grown(parents))
        assert.deepEqual(await walked(scene, 'oldest'), expected(scene, 'oldest'))
        const window = await read(open.store, { articleId: scene.articleId, under: ROOT, after: 0 })
        assert.ok(sizeOf(window) <= 300, `${shape}: ${sizeOf(window)}`)
      }
    })

    test('lead from every comment to a page that shows it, with those above it', async () => {
      await using open = await openStore()
      const articleId = await newArticle(open.store, 'places')
      const grown = await grow(open.store, articleId, [...Array(130).fill(0), ...Array(40).fill(3), ...upTo(60)])
      for (const { id, parentId } of grown) {
        const asked = await open.store.read((db) => pageOfComment(db, id))
        const window = await read(open.store, asked!)
        const shown = new Set<number>()
        for (const { comment } of allIn(window.branches)) shown.add(comment.id)
        assert.ok(shown.has(id), `comment ${id}`)
        assert.ok(parentId === ROOT || shown.has(parentId), `the parent of ${id}`)
      }
    })

    test('number each comment once, by its place under its parent, and keep the numbers after removals', async () => {
      await using open = await openStore()
      const { store } = open
      const articleId = await newArticle(store, 'numbers')
      const grown = await grow(store, articleId, [0, 1, 1, 0, 2, 5, 6, 7, 8, 9])
      const labels = [
        '1',
        '1.1',
        '1.2',
        '2',
        '1.1.1',
        '1.1.1.1',
        '1.1.1.1.1',
        '1.1.1.1.1.1',
        '1.1.1\u00a0…\u00a01.1.1',
        '1.1.1\u00a0…\u00a01.1.1',
      ]
      assert.deepEqual(
        grown.map(({ label }) => label),
        labels,
      )
      await store.write((tx) => remove(tx, grown[2]!, { cause: 'unknown', ruleId: null, at: null }, 9))
      const window = await read(store, { articleId, under: ROOT, after: 0 })
      assert.equal(window.visible, 9)
      assert.equal(window.total, 10)
      assert.equal(window.branches[0]!.replies[1]!.comment.tombstone?.cause, 'unknown')
      assert.equal((await commentById(store, grown[2]!.id))!.html, null)
    })
  })
}

function allIn(branches: readonly Branch[]): Branch[] {
  return branches.flatMap((branch) => [branch, ...allIn(branch.replies)])
}

function ordinals(branches: readonly Branch[]) {
  return branches.map(({ comment }) => comment.ordinal)
}

function downFrom(last: number, count: number) {
  return upTo(last).toReversed().slice(0, count)
}

function upTo(n: number) {
  return Array.from({ length: n }, (_, i) => i + 1)
}

function sizeOf({ branches }: ThreadPage): number {
  return allIn(branches).length
}
