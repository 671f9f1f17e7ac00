import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DATABASES } from '../../../test/support/databases.ts'
import { grow, newArticle } from '../../../test/support/growing.ts'
import { aPerson } from '../../../test/support/harbour-talk.ts'
import { MIGRATIONS, READERS } from '../../parley.ts'
import { type AnyTables, isBehind, migrate, openDatabase, readOn, Store } from '../../store/index.ts'
import { commentPosted, draftOf, post } from '../discussion/index.ts'

/** Tables that came later, and took in the rows of others. */
const CAME_LATER = ['20261130T0721-notices-cursor', '20261130T0722-search-cursor', '20261130T0740-delivery']

for (const { name, openEmpty } of DATABASES)
  test(`on ${name}, readers go on where those of a former version stood, and what waited to go out still waits`, async () => {
    await using ending = new AsyncDisposableStack()
    const fresh = await openEmpty()
    ending.defer(() => fresh.close())
    const database = await openDatabase(fresh.url)
    ending.defer(() => database.close())
    const before = MIGRATIONS.map((part) =>
      Object.fromEntries(Object.entries(part).filter(([key]) => !CAME_LATER.includes(key))),
    )
    await migrate(database, ...before)
    const store = new Store(database)
    const [articleId, ada] = [await newArticle(store, 'ferry'), await aPerson(store, 'Ada')]
    const comments = await grow(store, articleId, [0, 0])
    const at = new Date(0).toISOString()
    const user = { id: 'ada', name: 'Ada', email: 'ada@reader.example', createdAt: at, updatedAt: at }
    const emailVerified = (name === 'SQLite' ? 1 : true) as never
    await database.migrator
      .insertInto('authUser')
      .values({ ...user, emailVerified })
      .execute()
    await store.write(async (tx) => {
      const put = (table: string, row: Record<string, string | number | null>) =>
        tx.change<AnyTables>().insertInto(table).values(row).execute()
      await tx.change<AnyTables>().updateTable('person').set({ accountId: 'ada' }).where('id', '=', ada.id).execute()
      const session = { id: 's', expiresAt: at, token: 't', createdAt: at, updatedAt: at, userId: 'ada' }
      await put('authSession', session)
      const keys = { endpoint: 'https://push.example/1', p256dh: 'p', auth: 'a', language: 'en', at: 1 }
      await put('device', { id: 7, personId: ada.id, sessionId: 's', ...keys })
      for (const [n, { id }] of comments.entries())
        await put('notification', { id: n + 1, personId: ada.id, kind: 'reply', commentId: id, articleId, at: 1 })
      await put('mailing', { notificationId: 1, personId: ada.id, dueAt: 11, tries: 2 })
      await put('pushing', { notificationId: 2, deviceId: 7, dueAt: 12, tries: 0 })
      for (const { id: about } of comments) tx.note(commentPosted, { about, articleId, at: 1 })
    })
    const rows = (table: string, by: string) =>
      store.look<AnyTables>().selectFrom(table).selectAll().orderBy(by).execute()
    const stood = (await rows('journal', 'seq')).at(-2)!
    await store.write(async (tx) => {
      const readers = tx.change<AnyTables>().insertInto('journalReader')
      await readers.values({ name: 'notices', seq: stood.seq!, personId: 4 }).execute()
      const progress = { seq: stood.seq!, sweeping: 0, sweptTo: 9, wording: 1 }
      await tx.change<AnyTables>().updateTable('searchProgress').set(progress).execute()
    })
    await migrate(database, ...MIGRATIONS)
    const { seq } = stood
    assert.deepEqual(await rows('journalCursor', 'name'), [
      { name: 'notices', seq, state: '{"personId":4}' },
      { name: 'search-1', seq, state: '{"articleId":null,"to":9}' },
    ])
    const planned = { personId: ada.id, state: 'planned', leaseUntil: null, contentHash: null, at: null }
    assert.deepEqual(
      (await rows('delivery', 'id')).map(({ id: _, ...row }) => row),
      [
        { ...planned, channel: 'mail', place: '', noticeId: 1, dueAt: 11, tries: 2 },
        { ...planned, channel: 'push', place: '7', noticeId: 2, dueAt: 12, tries: 0 },
      ],
    )
    const posting = { articleId, under: 0 as const, by: ada, draft: draftOf('New'), language: null, at: 5 }
    await store.write((tx) => post(tx, posting))
    for (const reader of READERS) {
      while (await readOn(store, reader));
      assert.equal(await isBehind(store, reader), false)
    }
  })
