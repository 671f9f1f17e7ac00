import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { grow, newArticle } from '../../../../test/support/growing.ts'
import { STORES } from '../../../../test/support/stores.ts'
import type { Comment } from '../comments/comment.ts'
import { mapOf, spotsSince } from './map.ts'

for (const { name, openStore } of STORES) {
  describe(`the map of a discussion on ${name}`, () => {
    test('shows every thread and comment of a small one, each in its thread', async () => {
      await using open = await openStore()
      const articleId = await newArticle(open.store, 'small')
      const grown = await grow(open.store, articleId, [0, 1, 2, 0, 4])
      const { threads, comments, bars, spots } = await mapOf(open.store, articleId)
      assert.deepEqual([threads, comments], [2, 5])
      assert.deepEqual(
        bars.map(({ id, ordinal, count }) => [id, ordinal, count]),
        [
          [grown[0]!.id, 1, 3],
          [grown[3]!.id, 2, 2],
        ],
      )
      assert.deepEqual(
        spots.map(({ id, thread, depth }) => [id, thread, depth]),
        grown.map(({ id, depth }, at) => [id, at < 3 ? 1 : 2, depth]),
      )
      assert.deepEqual(
        (await spotsSince(open.store, articleId, grown[2]!.id)).map(({ id }) => id),
        [grown[4]!.id, grown[3]!.id],
      )
    })

    test('is as bounded for a large one, with the most answered threads, the most quoted comments and others from end to end', async () => {
      await using open = await openStore()
      const { store } = open
      const articleId = await newArticle(store, 'large')
      const answers = Array.from({ length: 120 }, (_, at) => 121 - (at % 60))
      const grown = await grow(store, articleId, [...Array(160).fill(0), ...answers])
      const quoted = grown[140]!
      await store.write((tx) =>
        tx
          .change<{ comment: Comment }>()
          .updateTable('comment')
          .set({ quotedBy: 3 })
          .where('id', '=', quoted.id)
          .execute(),
      )
      const { threads, bars, spots } = await mapOf(store, articleId)
      assert.equal(threads, 160)
      assert.ok(bars.length > 60 && bars.length <= 100, `${bars.length} bars`)
      assert.ok(spots.length > 90 && spots.length <= 170, `${spots.length} spots`)
      const ordinals = bars.map(({ ordinal }) => ordinal)
      assert.deepEqual(
        ordinals,
        [...new Set(ordinals)].sort((one, other) => one - other),
      )
      assert.ok(ordinals[0] === 1 && ordinals.at(-1) === 160)
      assert.equal(bars.filter(({ count }) => count === 3).length >= 50, true, 'the most answered')
      assert.equal(spots.find(({ id }) => id === quoted.id)?.quotedBy, 3)
      assert.equal(new Set(spots.map(({ id }) => id)).size, spots.length)
      assert.ok(spots.at(-1)!.id === grown.at(-1)!.id && spots[0]!.id === grown[0]!.id)
    })
  })
}
