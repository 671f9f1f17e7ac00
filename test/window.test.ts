import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  type Asked,
  type Branch,
  type Comment,
  commentById,
  createRankings,
  entomb,
  ORDERS,
  type Order,
  pageWith,
  placeImported,
  ROOT,
  type Window,
  windowOf,
} from '../src/domain/discussion/index.ts'
import type { Store, Writing } from '../src/store/index.ts'
import { grow, newArticle, WORDING } from './growing.ts'
import { STORES } from './stores.ts'

type ArticleId = Asked['articleId']

/** Adds one more comment under another, or among the roots. */
function add(tx: Writing, articleId: ArticleId, parent: Comment | undefined): Promise<Comment> {
  const standing = { authorId: null, language: null, postedAt: 8, editedAt: null, quotations: [], tombstone: null }
  return placeImported(tx, { articleId, parent, wording: WORDING, ...standing })
}

async function read(store: Store, { articleId, ...asked }: Asked): Promise<Window> {
  const first = { order: 'oldest', before: 0, ranking: 0, ...asked } as const
  const { part } = await createRankings(store).ready(articleId, first, 7)
  const window = await store.read((db) => windowOf(db, { articleId, ...part }))
  assert.ok(window)
  return window
}

/** Every comment that can be reached by following every link from the first page, as often as it is met. */
async function walked(
  store: Store,
  articleId: ArticleId,
  order: Order = 'oldest',
  meanwhile: () => Promise<unknown> = async () => {},
): Promise<number[]> {
  const met: number[] = []
  const waiting: Asked[] = [{ articleId, under: ROOT, after: 0, order }]
  const followed = new Set<string>()
  for (const asked of waiting) {
    const link = JSON.stringify([asked.under, asked.after, asked.before, asked.ranking])
    if (followed.has(link)) continue
    followed.add(link)
    const window = await read(store, asked)
    if (window.more) waiting.push({ articleId, ...window.more })
    const branches = asked.under === ROOT ? window.branches : window.branches.flatMap(({ replies }) => replies)
    const own = asked.under === ROOT ? [] : window.branches.flatMap(({ more }) => (more ? [more] : []))
    for (const more of own) waiting.push({ articleId, ...more })
    branches.forEach(visit)
    await meanwhile()
  }
  return met

  function visit({ comment, replies, more }: Branch) {
    met.push(comment.id)
    replies.forEach(visit)
    if (more) waiting.push({ articleId, ...more })
  }
}

/** So many roots, so many replies to the first and to its own first, and a tree over all of it: pages end at every level. */
const WIDE_TREE = fc
  .tuple(fc.integer({ min: 1, max: 90 }), fc.nat(100), fc.nat(30), fc.array(fc.nat(200), { maxLength: 40 }))
  .map(([roots, under, below, others]) => [
    ...Array<number>(roots).fill(0),
    ...Array<number>(under).fill(1),
    ...Array<number>(below).fill(roots + 1),
    ...others,
  ])

type Act = { kind: 'arrive' | 'go' | 'please'; where: number }
const ACT: fc.Arbitrary<Act> = fc.record({ kind: fc.constantFrom('arrive', 'go', 'please'), where: fc.nat(400) })

async function happen(tx: Writing, articleId: ArticleId, all: Comment[], { kind, where }: Act): Promise<void> {
  const comment = where === 0 ? undefined : all[where % all.length]
  if (kind === 'arrive') all.push(await add(tx, articleId, comment))
  else if (!comment) return
  else if (kind === 'please') await rate(tx, [comment], [where % 7])
  else await entomb(tx, comment, { cause: 'author', ruleId: null, at: 9 }, 9)
}

/** Makes readers approve of comments more or less, which is what `best` goes by. */
async function rate(tx: Writing, comments: readonly Comment[], approval: readonly number[]): Promise<void> {
  for (const [at, { id }] of comments.entries()) {
    const best = 500_000 + 1_000 * (approval[at % Math.max(approval.length, 1)] ?? 0)
    const comment = tx.change<{ comment: Comment }>().updateTable('comment').where('id', '=', id)
    await comment.set({ best }).execute()
  }
}

for (const { name, openStore } of STORES) {
  describe(`a discussion's windows on ${name}`, () => {
    test('together show every comment exactly once in every order, whatever the tree and its reactions', async () => {
      await using open = await openStore()
      let trees = 0
      await fc.assert(
        fc.asyncProperty(WIDE_TREE, fc.array(fc.nat(3), { maxLength: 40 }), async (parents, reactions) => {
          const articleId = await newArticle(open.store, `tree ${trees++}`)
          const grown = await grow(open.store, articleId, parents)
          await open.store.write((tx) => rate(tx, grown, reactions))
          const ids = grown.map(({ id }) => id)
          for (const order of ORDERS)
            assert.deepEqual((await walked(open.store, articleId, order)).sort(byNumber), ids, order)
        }),
        { numRuns: 8 },
      )
    })

    test('show what was there exactly once in every order, whatever arrives, goes and is thought of it between two pages', async () => {
      await using open = await openStore()
      const { store } = open
      let trees = 0
      const acts = fc.array(fc.array(ACT, { maxLength: 4 }), { minLength: 1, maxLength: 12 })
      await fc.assert(
        fc.asyncProperty(WIDE_TREE, fc.constantFrom(...ORDERS), acts, async (parents, order, acts) => {
          const articleId = await newArticle(store, `moving ${trees++}`)
          const there = await grow(store, articleId, parents)
          const all = [...there]
          let pages = 0
          const met = await walked(store, articleId, order, async () => {
            const between = acts[pages++ % acts.length]!
            const before = [...all]
            await store.write(async (tx) => {
              all.splice(0, all.length, ...before)
              for (const act of between) await happen(tx, articleId, all, act)
            })
          })
          const counted = Map.groupBy(met, (id) => id)
          assert.deepEqual(
            there.filter(({ id }) => counted.get(id)?.length !== 1),
            [],
            order,
          )
          assert.equal(counted.size, met.length, `${order}: none is shown twice`)
        }),
        { numRuns: 10 },
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

    test('show a wide thread, a long row of roots and a deep chain in bounded pages', async () => {
      await using open = await openStore()
      const shapes = { wide: [0, ...Array(400).fill(1)], roots: Array(180).fill(0), chain: [0, ...upTo(90)] }
      for (const [shape, parents] of Object.entries(shapes)) {
        const articleId = await newArticle(open.store, shape)
        const grown = await grow(open.store, articleId, parents)
        assert.equal((await walked(open.store, articleId)).length, grown.length)
        const window = await read(open.store, { articleId, under: ROOT, after: 0 })
        assert.ok(sizeOf(window) <= 300, `${shape}: ${sizeOf(window)}`)
      }
    })

    test('lead from every comment to a page that shows it, with those above it', async () => {
      await using open = await openStore()
      const articleId = await newArticle(open.store, 'places')
      const grown = await grow(open.store, articleId, [...Array(130).fill(0), ...Array(40).fill(3), ...upTo(60)])
      for (const { id, parentId } of grown) {
        const asked = await open.store.read((db) => pageWith(db, id))
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
        '1.1.1.….1.1.1',
        '1.1.1.….1.1.1',
      ]
      assert.deepEqual(
        grown.map(({ label }) => label),
        labels,
      )
      await store.write((tx) => entomb(tx, grown[2]!, { cause: 'unknown', ruleId: null, at: null }, 9))
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

function byNumber(a: number, b: number) {
  return a - b
}

function sizeOf({ branches }: Window): number {
  return allIn(branches).length
}
