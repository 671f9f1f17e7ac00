import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { STORES } from '../../../test/support/stores.ts'
import { articleByKey } from '../../domain/articles/index.ts'
import {
  contradictory,
  type DiscussionTables,
  misnumbered,
  recounted,
  threadPage,
} from '../../domain/discussion/index.ts'
import { onDisk } from '../../domain/media/index.ts'
import type { Reading } from '../../store/index.ts'
import { exportPublication } from '../parley/index.ts'
import { type Generation, generate, SHAPES, type Shape } from './index.ts'

const COMMENTS = 700
const shapes = Object.keys(SHAPES) as Shape[]

for (const { name, openStore } of STORES) {
  describe(name, () => {
    for (const shape of shapes) {
      test(`${shape}: every counter is what counting says, and nothing is missing`, async () => {
        await using opened = await openStore()
        const { store } = opened
        const keys = await generate({ store, comments: COMMENTS, shape, seed: 3, articles: 2 })
        assert.deepEqual(await recounted(store, 5), [])
        assert.deepEqual(await misnumbered(store, 5), [])
        assert.deepEqual(await contradictory(store, 5), [])
        assert.equal((await totalUnder(store, keys[0]!)) + (await totalUnder(store, keys[1]!)), COMMENTS)
      })
    }

    test('the same seed gives the same rows, another seed others', async () => {
      const [first, again, other] = [
        await exported(openStore, 5),
        await exported(openStore, 5),
        await exported(openStore, 6),
      ]
      assert.equal(first, again)
      assert.notEqual(first, other)
    })

    test('comments that are there stay, and the same article is refused with all that came with it', async () => {
      await using opened = await openStore()
      const { store } = opened
      const natural = { store, comments: COMMENTS, shape: 'natural', seed: 1, articles: 1 } as const
      await generate({ ...natural, shape: 'star' })
      const keys = await generate(natural)
      await assert.rejects(generate({ ...natural, comments: 900 }), /generated-natural-1-1 is there already/)
      assert.equal(await totalUnder(store, keys[0]!), COMMENTS)
      assert.deepEqual(await recounted(store, 5), [])
    })
  })
}

type OpenStore = (typeof STORES)[number]['openStore']

async function exported(openStore: OpenStore, seed: number): Promise<string> {
  await using opened = await openStore()
  const { store, folder } = opened
  await generate({ store, comments: COMMENTS, shape: 'natural', seed, articles: 1 } satisfies Generation)
  return await store.read(async (db) => {
    const lines: string[] = []
    for await (const line of exportPublication(db, onDisk(folder), () => {})) lines.push(String(line))
    return lines.join('')
  })
}

async function totalUnder(db: Reading, key: string): Promise<number> {
  const { id: articleId } = (await articleByKey(db, key))!
  return (await threadPage(db, { articleId, under: 0, after: 0 }))!.total
}

describe('a natural discussion', async () => {
  const [{ openStore }] = STORES as [(typeof STORES)[number]]
  const opened = await openStore()
  await generate({ store: opened.store, comments: 20_000, shape: 'natural', seed: 1, articles: 1 })
  const rows = await opened.store
    .look<DiscussionTables>()
    .selectFrom('comment')
    .select(['id', 'parentId', 'depth', 'authorId', 'postedAt', 'html', 'plain', 'quotedBy'])
    .orderBy('id')
    .execute()
  await opened[Symbol.asyncDispose]()
  const share = (count: number) => count / rows.length

  test('six of ten comments answer another', () => {
    assert.equal(Math.round(10 * share(rows.filter(({ parentId }) => parentId !== 0).length)), 6)
  })

  test('it goes sixty levels deep, and no deeper', () => {
    assert.equal(Math.max(...rows.map(({ depth }) => depth)), 60)
  })

  test('who speaks late is answered as often as who spoke early', () => {
    const [first] = rows as [(typeof rows)[number]]
    const answersTo = (from: number, to: number) =>
      rows.filter(({ parentId }) => parentId >= first.id + from && parentId < first.id + to).length
    const [early, late] = [answersTo(2_000, 10_000), answersTo(10_000, 18_000)]
    assert.ok(Math.abs(early / late - 1) < 0.1, `${early} and ${late} answers`)
  })

  test('thousands speak, in several scripts', () => {
    assert.ok(new Set(rows.map(({ authorId }) => authorId)).size > 5_000)
    for (const script of ['Latin', 'Cyrillic', 'Arabic', 'Han'])
      assert.ok(
        rows.some(({ plain }) => plain?.match(new RegExp(`^\\p{Script=${script}}{2}`, 'u'))),
        script,
      )
  })

  test('some are of one moment, none is earlier than the one before', () => {
    const pauses = rows.slice(1).map(({ postedAt }, index) => postedAt! - rows[index]!.postedAt!)
    assert.ok(pauses.filter((pause) => pause === 0).length > rows.length / 10)
    assert.ok(pauses.every((pause) => pause >= 0))
  })

  test('some are quoted and some were removed', () => {
    assert.ok(rows.some(({ quotedBy }) => quotedBy > 0))
    assert.ok(rows.some(({ html }) => html === null))
  })
})
