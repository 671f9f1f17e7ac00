import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { harbourWith } from '../../../../test/support/harbour-page.ts'
import { type OpenStore, STORES } from '../../../../test/support/stores.ts'
import { importPage } from '../../../exchange/page/index.ts'
import type { AnyTables } from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { CommentId } from '../comments/comment.ts'
import { contradictory } from '../states/contradictory.ts'
import { misnumbered } from './misnumbered.ts'
import { misplaced } from './misplaced.ts'
import * as rankings from './rankings.ts'
import { recount, recounted } from './recount.ts'

/** Columns, and for each a row in which a wrong number is planted. */
const PLANTED: [table: 'comment' | 'discussion', column: string][] = [
  ['comment', 'replies'],
  ['comment', 'nextReply'],
  ['comment', 'descendants'],
  ['comment', 'lastActivityAt'],
  ['comment', 'quotedBy'],
  ['discussion', 'total'],
  ['discussion', 'visible'],
  ['discussion', 'nextRoot'],
  ['discussion', 'lastActivityAt'],
]

for (const { name, openStore } of STORES) {
  describe(`counting again on ${name}`, { concurrency: false }, () => {
    test('agrees with what was counted as comments came', async () => {
      await using open = await withHarbour(openStore)
      assert.deepEqual(await recounted(open.store, 10), [])
      assert.deepEqual(await Array.fromAsync(misplaced(open.store)), [])
      assert.deepEqual(await contradictory(open.store, 10), [])
      assert.deepEqual(await misnumbered(open.store, 10), [])
    })

    test('finds every wrong number and sets it right', async () => {
      await using open = await withHarbour(openStore)
      for (const [table, column] of PLANTED) {
        const [key, id] = table === 'comment' ? ['id', 2] : ['articleId', 1]
        const stored = await numberIn(open, table, column, key as string, id as number)
        await plant(open, table, { [column]: stored + 7 }, key as string, id as number)
        assert.deepEqual(
          (await recounted(open.store, 10)).map((difference) => ({ ...difference })),
          [{ table, id, column, stored: stored + 7, counted: stored }],
        )
        await open.store.write(recount)
        assert.deepEqual(await recounted(open.store, 10), [])
      }
    })

    test('counts the places of a ranking that is whole', async () => {
      await using open = await withHarbour(openStore)
      const { store } = open
      const ranking = { articleId: 1 as ArticleId, parentId: 0 as const, order: 'best' as const, at: 1, seq: 1 }
      const { value } = await store.write(async (tx) => {
        const [unfinished, whole] = [await rankings.begin(tx, ranking), await rankings.begin(tx, ranking)]
        for (const { id } of [unfinished, whole]) await rankings.addRows(tx, id, 0, [[1, 2], [3]] as CommentId[][])
        await rankings.finish(tx, whole.id, 3)
        return whole
      })
      assert.deepEqual(await recounted(store, 10), [])
      await plant(open, 'ranking', { count: 8 }, 'id', value.id)
      const [wrong] = await recounted(store, 10)
      assert.deepEqual({ ...wrong }, { table: 'ranking', id: value.id, column: 'count', stored: 8, counted: 3 })
      await store.write(recount)
      assert.deepEqual(await recounted(store, 10), [])
    })

    test('finds what is out of place, numbered with a gap, or without words', async () => {
      await using open = await withHarbour(openStore)
      await plant(open, 'comment', { label: '9.9' }, 'id', 2)
      await plant(open, 'comment', { depth: 4 }, 'id', 3)
      await plant(open, 'comment', { ordinal: 9, html: null }, 'id', 13)
      const sentences = await Array.fromAsync(misplaced(open.store))
      assert.ok(sentences.includes('Comment 2: its label is 1.1, not 9.9.'), String(sentences))
      assert.ok(sentences.includes('Comment 3: its depth is 3, not 4.'), String(sentences))
      assert.deepEqual(await misnumbered(open.store, 10), ['article 1'])
      assert.deepEqual(await contradictory(open.store, 10), ['Comment 13 stands without words.'])
    })
  })
}

async function withHarbour(openStore: () => Promise<OpenStore>): Promise<OpenStore> {
  const open = await openStore()
  await importPage({ store: open.store, bytes: harbourWith({}), language: 'en', zone: 'Europe/Dublin', at: 1 })
  return open
}

async function numberIn({ store }: OpenStore, table: string, column: string, key: string, id: number) {
  const row = store.look<AnyTables>().selectFrom(table).select(column).where(key, '=', id)
  return Number((await row.executeTakeFirstOrThrow())[column])
}

function plant(
  { store }: OpenStore,
  table: string,
  values: Record<string, number | string | null>,
  key: string,
  id: number,
) {
  return store.write((tx) => tx.change<AnyTables>().updateTable(table).set(values).where(key, '=', id).execute())
}
