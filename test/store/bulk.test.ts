import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openDatabase, type Reading, Store } from '../../src/store/index.ts'
import { onPostgres, POSTGRES } from '../support/databases.ts'
import { until } from '../support/until.ts'

test(
  'on PostgreSQL, indices and references are gone while many rows come, and stand as they were after it, and after a failure',
  onPostgres,
  async () => {
    await using opened = await openSome(1)
    const [store] = opened.stores as [Store]
    const before = await standing(store)
    assert.ok(before.some((line) => line.includes('INDEX comment_best ')))
    assert.ok(before.some((line) => line.includes('FOREIGN KEY')))
    // Whoever made the database may be about to leave it yet.
    await until(async () => (await meanwhile(store)).every((line) => !/INDEX comment_best |FOREIGN KEY/.test(line)))
    assert.deepEqual(await standing(store), before)
    await assert.rejects(meanwhile(store, new Error('no more')), /no more/)
    assert.deepEqual(await standing(store), before)
  },
)

test('on PostgreSQL, they stay where somebody else may be reading', onPostgres, async () => {
  await using opened = await openSome(2)
  const [store] = opened.stores as [Store]
  assert.deepEqual(await meanwhile(store), await standing(store))
})

/** What stands on two tables while many rows come into them. */
async function meanwhile(store: Store, failure?: Error): Promise<string[]> {
  const { value } = await store.write((tx) =>
    tx.inBulk(['comment', 'quotation'], async () => {
      if (failure) throw failure
      return standing(tx)
    }),
  )
  return value
}

async function standing(db: Reading): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select indexdef as line from pg_indexes where tablename in ('comment', 'quotation')
    union select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
      where conrelid in ('"comment"'::regclass, '"quotation"'::regclass) order by 1`.execute(db.look() as never)
  return rows.map(({ line }) => line)
}

/** So many processes' stores on one database with every table. */
async function openSome(many: number) {
  const ending = new AsyncDisposableStack()
  const fresh = await POSTGRES.open()
  ending.defer(() => fresh.close())
  const stores: Store[] = []
  for (let at = 0; at < many; at++) {
    const database = await openDatabase(fresh.url)
    ending.defer(() => database.close())
    stores.push(new Store(database))
  }
  return { stores, [Symbol.asyncDispose]: () => ending.disposeAsync() }
}
