import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  type DiscussionTables,
  draftOf,
  misnumbered,
  post,
  ROOT,
  recounted,
} from '../../src/domain/discussion/index.ts'
import { personNamed } from '../../src/domain/people/index.ts'
import { generate } from '../../src/exchange/generated/index.ts'
import { entriesSince, once } from '../../src/store/index.ts'
import { STORES } from '../support/stores.ts'

/** @NOTE on a busy machine the answers of a database come one by one, and so do those who go on after them. */
const ROUNDS = 5

for (const { name, openStore } of STORES) {
  describe(`${name}: many who post at once`, () => {
    test('get ordinals without gaps, and every counter is right', async () => {
      await using opened = await openStore()
      const { store } = opened
      const { poster, articleId } = await people(store)
      const all = Array.from({ length: 40 }, (_, n) => store.write((tx) => poster(tx, n), sharing(n)))
      const seqs = (await Promise.all(all)).map(({ seq }) => seq)
      assert.equal(new Set(seqs).size, seqs.length)
      assert.deepEqual(await misnumbered(store, 5), [])
      assert.deepEqual(await recounted(store, 5), [])
      assert.equal(await countOf(store, articleId), 30 + 40)
    })

    test('are in the journal by few statements, each with its number', async () => {
      const appends: string[] = []
      await using opened = await openStore((sql) => {
        if (/^insert into "journal"/.test(sql)) appends.push(sql)
      })
      const { store } = opened
      const { poster } = await people(store)
      appends.length = 0
      const all = Array.from({ length: 40 }, (_, n) => store.write((tx) => poster(tx, n), sharing(n)))
      const written = await Promise.all(all)
      assert.ok(appends.length <= 4, `${appends.length} statements`)
      for (const { value, seq } of written) {
        const [entry] = await entriesSince(store, seq - 1, 1)
        assert.equal(entry!.about, value.id, 'the number is that of its own comment')
      }
    })

    test('are counted, placed and kept together, by statements that do not grow with them', async () => {
      const sent: string[] = []
      await using opened = await openStore((sql) => sent.push(sql))
      const { store } = opened
      const { poster } = await people(store)
      const rounds: number[] = []
      for (let round = 0; round < ROUNDS; round++) {
        sent.length = 0
        const all = Array.from({ length: 40 }, (_, n) => store.write((tx) => poster(tx, round * 40 + n), sharing(n)))
        await Promise.all(all)
        rounds.push(sent.filter((sql) => /^(?:insert|update)/.test(sql)).length)
      }
      assert.ok(Math.min(...rounds) < 40, `fewer than there are comments, where each alone takes five: ${rounds}`)
    })

    test('are kept, but for one who says again what was said, when they were sent together', async () => {
      await using opened = await openStore()
      const { store } = opened
      const { poster, articleId } = await people(store)
      const request = (n: number) => ({ personId: 1, key: `key ${n}`, requestHash: `words ${n}` })
      const said = (n: number) =>
        once(store, n, request(n), async (tx) => ({ location: `/c/${(await poster(tx, n)).id}` }), {
          held: ['the discussion'],
        })
      const first = await said(7)
      const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => said(n)))
      assert.equal(answers[7]!.location, first.location)
      assert.equal(new Set(answers.map(({ location }) => location)).size, 20)
      assert.deepEqual(await misnumbered(store, 5), [])
      assert.deepEqual(await recounted(store, 5), [])
      assert.equal(await countOf(store, articleId), 30 + 20)
    })

    test('are not hindered by one among them who fails', async () => {
      await using opened = await openStore()
      const { store } = opened
      const { poster, articleId } = await people(store)
      const all = Array.from({ length: 20 }, (_, n) =>
        store.write(async (tx) => {
          await poster(tx, n)
          if (n === 7) throw new Error('no more')
        }, sharing(n)),
      )
      const settled = await Promise.allSettled(all)
      const refused = settled.flatMap(({ status }, n) => (status === 'rejected' ? [n] : []))
      assert.deepEqual(refused, [7])
      assert.deepEqual(await misnumbered(store, 5), [])
      assert.deepEqual(await recounted(store, 5), [])
      assert.equal(await countOf(store, articleId), 30 + 19)
    })
  })
}

function sharing(n: number) {
  return { concurrencyKey: `key ${n}`, held: ['the discussion'] }
}

type Store = Awaited<ReturnType<(typeof STORES)[number]['openStore']>>['store']

async function people(store: Store) {
  await generate({ store, comments: 30, shape: 'star', seed: 1, articles: 1 })
  const { value: by } = await store.write((tx) => personNamed(tx, 'Tern'))
  const [root] = await store
    .look<DiscussionTables>()
    .selectFrom('comment')
    .selectAll()
    .where('parentId', '=', ROOT)
    .execute()
  const { articleId, id } = root!
  const poster = (tx: Parameters<typeof post>[0], n: number) =>
    post(tx, {
      articleId,
      under: n % 2 ? id : ROOT,
      by,
      draft: draftOf(`Said as number ${n}.`),
      language: null,
      at: n,
    })
  return { poster, articleId }
}

async function countOf(store: Store, articleId: number): Promise<number> {
  const comments = store
    .look<DiscussionTables>()
    .selectFrom('comment')
    .where('articleId', '=', articleId as never)
  return (await comments.select((e) => e.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count
}
