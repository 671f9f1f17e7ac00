import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newArticle } from '../../../../test/support/growing.ts'
import { STORES } from '../../../../test/support/stores.ts'
import type { AnyTables } from '../../../store/index.ts'
import { addPerson } from '../../people/index.ts'
import { draftOf, post } from '../index.ts'
import { numberLists } from './plain-anew.ts'

for (const { name, openStore } of STORES)
  test(`plain words from before have the numbers of their lists after an upgrade, on ${name}`, async () => {
    await using opened = await openStore()
    const { store } = opened
    const articleId = await newArticle(store, 'ferry')
    const ada = { accountId: 'a', name: 'Ada', nameKey: 'ada', createdAt: 1 } as const
    const { value: ids } = await store.write(async (tx) => {
      const by = await addPerson(tx, ada)
      const say = (words: string) => post(tx, { articleId, under: 0, by, draft: draftOf(words), language: null, at: 1 })
      return [(await say('3. one\n4. two')).id, (await say('plain')).id]
    })
    await store.write(async (tx) => {
      const before = { plain: 'one\n\ntwo' }
      await tx.change<AnyTables>().updateTable('comment').set(before).where('id', '=', ids[0]!).execute()
      await tx.change<AnyTables>().updateTable('commentRevision').set(before).where('commentId', '=', ids[0]!).execute()
    })
    await store.write((tx) => numberLists(tx.change()))
    for (const table of ['comment', 'commentRevision']) {
      const rows = await store.look<AnyTables>().selectFrom(table).select('plain').orderBy('id').execute()
      assert.deepEqual(
        rows.map(({ plain }) => plain),
        ['3. one\n\n4. two', 'plain'],
      )
    }
  })
