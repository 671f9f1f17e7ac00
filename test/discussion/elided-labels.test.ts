import assert from 'node:assert/strict'
import { test } from 'node:test'
import { discussionMigrations, labelUnder, misplaced } from '../../src/domain/discussion/index.ts'
import { grow, newArticle } from '../support/growing.ts'
import { STORES } from '../support/stores.ts'

test('a label of many levels keeps both its ends, with a gap that looks like one', () => {
  const label = Array.from({ length: 12 }).reduce<string | null>((above, _, at) => labelUnder(above, at + 1), null)
  assert.equal(label, '1.2.3\u00a0…\u00a010.11.12')
})

for (const { name, openStore } of STORES) {
  test(`on ${name}, labels that were elided otherwise before are made anew`, async () => {
    await using open = await openStore()
    const { store } = open
    const grown = await grow(store, await newArticle(store, 'deep'), [0, 1, 2, 3, 4, 5, 6, 7])
    const before = (label: string) => label.replace('\u00a0…\u00a0', '.….')
    const labels = () =>
      store.read((db) =>
        db.look<{ comment: { id: number; label: string } }>().selectFrom('comment').selectAll().orderBy('id').execute(),
      )
    await store.write(async (tx) => {
      for (const { id, label } of grown)
        await tx
          .change<{ comment: { id: number; label: string } }>()
          .updateTable('comment')
          .set({ label: before(label) })
          .where('id', '=', id)
          .execute()
    })
    assert.equal((await labels()).at(-1)!.label, '1.1.1.….1.1.1')
    await store.write((tx) =>
      discussionMigrations['20261130T0735-elided-labels']!(undefined as never).up(tx.change() as never),
    )
    assert.deepEqual(
      (await labels()).map(({ label }) => label),
      grown.map(({ label }) => label),
    )
    for await (const complaint of misplaced(store)) assert.fail(complaint)
  })
}
