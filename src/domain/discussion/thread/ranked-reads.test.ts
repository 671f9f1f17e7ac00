import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fc } from '../../../../test/support/chance.ts'
import { grow, newArticle } from '../../../../test/support/growing.ts'
import { STORES } from '../../../../test/support/stores.ts'
import type { Writing } from '../../../store/index.ts'
import type { Comment, CommentId } from '../comments/comment.ts'
import type { DiscussionTables } from '../tables.ts'
import { type Placed, placedAfter, type RankedUnder } from './ranked-reads.ts'
import { addRows, begin, finish, IN_A_ROW, idsAfter } from './rankings.ts'

for (const { name, openStore } of STORES) {
  describe(`what is ranked on ${name}`, () => {
    test('is met once in its order by pages of any size, however many are equal', async () => {
      await using open = await openStore()
      const { store } = open
      const articleId = await newArticle(store, 'equals')
      const grown = await grow(store, articleId, Array(24).fill(0))
      const keys = fc.array(fc.option(fc.nat(2), { nil: null }), { minLength: 24, maxLength: 24 })
      await fc.assert(
        fc.asyncProperty(keys, fc.integer({ min: 1, max: 9 }), async (given, limit) => {
          await store.write((tx) => give(tx, grown, given))
          const wanted = grown.map(({ id }, at) => ({ id, key: given[at] ?? 0 })).sort(byPlace)
          for (const order of ['best', 'replied', 'active'] as const) {
            const met: Placed[] = []
            for (
              let page: Placed[] = [];
              met.length <= grown.length;
              met.push(...page.map(({ id, key }) => ({ id, key })))
            ) {
              page = await placedAfter(
                store,
                { articleId, parentId: 0, order } satisfies RankedUnder,
                met.at(-1),
                limit,
              )
              if (page.length === 0) break
            }
            assert.deepEqual(met, wanted, order)
          }
        }),
        { numRuns: 12 },
      )
    })

    test('is read from the row in which a place stands, and across two', async () => {
      await using open = await openStore()
      const { store } = open
      const all = Array.from({ length: IN_A_ROW + 30 }, (_, i) => (i + 1) as CommentId)
      const state = { articleId: 1 as never, parentId: 0, order: 'best', at: 1, seq: 1 } as const
      const { value: id } = await store.write(async (tx) => {
        const ranking = await begin(tx, state)
        await addRows(tx, ranking.id, 0, [all.slice(0, IN_A_ROW), all.slice(IN_A_ROW)])
        await finish(tx, ranking.id, all.length)
        return ranking.id
      })
      for (const after of [0, 50, IN_A_ROW - 50, IN_A_ROW - 20, IN_A_ROW, IN_A_ROW + 10, IN_A_ROW + 40])
        assert.deepEqual(await idsAfter(store, id, after, 50), all.slice(after, after + 50), `after ${after}`)
    })
  })
}

/** Gives each comment a key by which every order ranks it; a thread may have no known time. */
async function give(tx: Writing, comments: readonly Comment[], keys: readonly (number | null)[]) {
  for (const [at, { id }] of comments.entries()) {
    const key = keys[at] ?? null
    const comment = tx.change<DiscussionTables>().updateTable('comment').where('id', '=', id)
    await comment.set({ best: key ?? 0, replies: key ?? 0, lastActivityAt: key }).execute()
  }
}

function byPlace(a: Placed, b: Placed) {
  return b.key - a.key || a.id - b.id
}
