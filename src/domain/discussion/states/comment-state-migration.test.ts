import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DATABASES } from '../../../../test/support/databases.ts'
import { MIGRATIONS } from '../../../parley.ts'
import { type AnyTables, type Migrations, migrate, openDatabase, Store } from '../../../store/index.ts'
import { misplaced, recounted } from '../index.ts'
import { contradictory } from './contradictory.ts'

const FROM = '20261130T0755-comment-state'

for (const { name, openEmpty } of DATABASES) {
  test(`on ${name}, what was removed and restored before has its state and its rows`, async () => {
    await using ending = new AsyncDisposableStack()
    const fresh = await openEmpty()
    ending.defer(() => fresh.close())
    const database = await openDatabase(fresh.url)
    ending.defer(() => database.close())
    await migrate(database, ...MIGRATIONS.map(before))
    const store = new Store(database)
    await store.write(async (tx) => {
      const insert = (table: string, ...rows: object[]) =>
        tx
          .change<AnyTables>()
          .insertInto(table)
          .values(rows as never)
          .execute()
      await insert('person', { id: 1, name: 'Mo', nameKey: 'mo', role: 'moderator', createdAt: 1 })
      await insert('rule', { id: 5, number: 1 })
      await insert('article', { id: 1, key: 'ferry', publishedAt: 1, createdAt: 1 })
      await insert('discussion', { articleId: 1, nextRoot: 6, visible: 2, total: 5, lastActivityAt: 1 })
      await insert('comment', ...[1, 2, 3, 4, 5].map((id) => commentOf(id, id > 2)))
      await insert(
        'tombstone',
        tombstone(3, 'moderators', 5),
        tombstone(4, 'unknown', null),
        tombstone(5, 'author', null),
      )
      await insert(
        'removal',
        removal(11, 2, { restoredById: 1, restoredAt: 8, restoredNote: 'After all.' }),
        removal(12, 3, { restoredById: 1, restoredAt: 8, restoredNote: null }),
        removal(15, 3, {}),
        { ...removal(16, 5, {}), cause: 'author', ruleId: null },
      )
    })

    await migrate(database, ...MIGRATIONS)
    const all = (table: string, ...columns: string[]) =>
      store
        .look<AnyTables>()
        .selectFrom(table)
        .select(columns)
        .orderBy('id')
        .execute()
        .then((rows) => rows.map(Object.values))
    assert.deepEqual(await all('removal', 'id', 'commentId', 'byId', 'cause', 'ruleId', 'note', 'at'), [
      [1, 2, 1, 'moderators', 5, 'Why.', 7],
      [2, 3, 1, 'moderators', 5, 'Why.', 7],
      [3, 3, 1, 'moderators', 5, 'Why.', 7],
      [4, 5, 1, 'author', null, 'Why.', 7],
      [5, 4, null, 'unknown', null, '', 7],
    ])
    assert.deepEqual(await all('restoration', 'removalId', 'byId', 'note', 'at'), [
      [1, 1, 'After all.', 8],
      [2, 1, '', 8],
    ])
    assert.deepEqual(await all('comment', 'id', 'state', 'removalId'), [
      [1, 'stands', null],
      [2, 'stands', null],
      [3, 'removed', 3],
      [4, 'removed', 5],
      [5, 'removed', 4],
    ])
    assert.deepEqual(await recounted(store, 10), [])
    assert.deepEqual(await contradictory(store, 10), [])
    assert.deepEqual(await Array.fromAsync(misplaced(store)), [])
    const { value } = await store.write((tx) =>
      tx.change<AnyTables>().insertInto('removal').values(next()).returning('id').execute(),
    )
    assert.ok(Number(value[0]!.id) > 5, 'what comes next has a number of its own')
  })
}

function before(migrations: Migrations): Migrations {
  return Object.fromEntries(Object.entries(migrations).filter(([name]) => name < FROM))
}

function commentOf(id: number, isGone: boolean) {
  const place = { parentId: 0, rootId: id, depth: 1, ordinal: id, label: String(id) }
  const counts = { replies: 0, nextReply: 1, descendants: 0, quotedBy: 0, quoters: '', best: isGone ? 0 : 500_000 }
  const words = isGone ? { html: null, plain: null } : { html: '<p>x</p>', plain: 'x' }
  return { id, articleId: 1, ...place, ...words, postedAt: 1, lastActivityAt: 1, ...counts }
}

function tombstone(commentId: number, cause: string, ruleId: number | null) {
  return { commentId, articleId: 1, cause, ruleId, at: 7 }
}

function removal(id: number, commentId: number, restored: object) {
  const row = {
    id,
    articleId: 1,
    commentId,
    byId: 1,
    cause: 'moderators',
    ruleId: 5 as number | null,
    note: 'Why.',
    at: 7,
  }
  return { ...row, restoredById: null, restoredAt: null, restoredNote: null, ...restored }
}

function next() {
  return { articleId: 1, commentId: 1, byId: null, cause: 'unknown', ruleId: null, note: '', at: null }
}
