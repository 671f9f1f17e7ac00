import assert from 'node:assert/strict'
import { AsyncLocalStorage } from 'node:async_hooks'
import { test } from 'node:test'
import { sql } from 'kysely'
import { DATABASES } from '../../../test/support/databases.ts'
import { grow, newArticle } from '../../../test/support/growing.ts'
import { removeByRule } from '../../../test/support/remove-by-rule.ts'
import { openDatabase, Store } from '../../store/index.ts'
import type { DiscussionTables } from '../discussion/index.ts'
import { addPerson } from '../people/index.ts'
import { saveRule } from './index.ts'

const AT = 1_790_000_000_000

for (const { name, open } of DATABASES) {
  test(`on ${name}, of two processes that remove a comment at once, one does`, async () => {
    await using ending = new AsyncDisposableStack()
    const fresh = await open()
    ending.defer(() => fresh.close())
    const databases = [await openDatabase(fresh.url), await openDatabase(fresh.url)] as const
    for (const database of databases) ending.defer(() => database.close())
    const [here, there] = databases.map((database) => new Store(database)) as [Store, Store]
    const [comment] = await grow(here, await newArticle(here, 'ferry'), [0])
    const { value: by } = await here.write(async (tx) => {
      await saveRule(tx, 1, [{ language: 'en', title: 'Argue with the words', words: 'Not with the person.' }])
      const person = await addPerson(tx, { accountId: 'a', name: 'Mo', nameKey: 'mo', createdAt: AT })
      return { ...person, roles: [{ role: 'moderator', sections: [], languages: [] } as const] }
    })
    const removal = { id: comment!.id, by, ruleId: 1 as never, note: '', at: AT }

    const elsewhere = AsyncLocalStorage.snapshot()
    const second = Promise.withResolvers<unknown>()
    await here.write(async (tx) => {
      await removeByRule(tx, removal)
      second.resolve(elsewhere(() => there.write((other) => removeByRule(other, removal)).catch((error) => error)))
      if (name === 'PostgreSQL') while (!(await elsewhere(isWaiting, here))) await new Promise(setImmediate)
    })
    const error = await second.promise
    assert.equal((error as { key?: string }).key, 'comment.removed')
    const removals = here.look<DiscussionTables>().selectFrom('removal').select('id')
    assert.equal((await removals.where('commentId', '=', comment!.id).execute()).length, 1)
  })
}

/** Whether somebody waits for what another holds. */
async function isWaiting(store: Store): Promise<boolean> {
  const locks = store.look<{ pg_locks: { granted: boolean } }>().selectFrom('pg_locks').select(sql<number>`1`.as('one'))
  return (await locks.where('granted', '=', false).limit(1).executeTakeFirst()) !== undefined
}
