import assert from 'node:assert/strict'
import { AsyncLocalStorage } from 'node:async_hooks'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { Trouble } from '../../src/kit/trouble.ts'
import { EVENTS } from '../../src/parley.ts'
import { refuseOld } from '../../src/store/dialect/sqlite.ts'
import { createTail, type Entry, entriesSince, latestSeq, type Store } from '../../src/store/index.ts'
import type { JournalTables } from '../../src/store/journal.ts'
import { noted } from '../support/noted.ts'
import { STORES } from '../support/stores.ts'

const EMPTY = { about: null, articleId: null, at: 1 }
const note = (store: Store, kind: string) => store.write(async (tx) => tx.note(noted(kind), { at: 1 }))

for (const { name, openStore } of STORES) {
  describe(`the store on ${name}`, () => {
    test('keeps what others wrote when one of those that wait together fails', async () => {
      await using open = await openStore()
      const { store } = open
      const works = ['first', 'bad', 'last'].map((kind) =>
        store.write(async (tx) => {
          tx.note(noted(kind), { at: 1 })
          if (kind === 'bad') throw new Trouble('invalid', 'words.empty')
        }),
      )
      const settled = await Promise.allSettled(works)
      assert.deepEqual(
        settled.map(({ status }) => status),
        ['fulfilled', 'rejected', 'fulfilled'],
      )
      assert.deepEqual((await entriesSince(store, 0)).map(({ kind }) => kind).sort(), ['first', 'last'])
    })

    test('keeps nothing of a write when a statement fails that it did not wait for', async () => {
      await using open = await openStore()
      const { store } = open
      await assert.rejects(
        store.write(async (tx) => {
          const journal = tx.change<JournalTables>().insertInto('journal')
          tx.also(journal.values({ ...EMPTY, kind: 'first' }).execute())
          tx.also(sql`insert into "nowhere" values (1)`.execute(tx.change()))
          tx.note(noted('last'), { at: 1 })
        }),
        /nowhere/,
      )
      assert.deepEqual(await entriesSince(store, 0), [])
      await note(store, 'after')
      assert.deepEqual(
        (await entriesSince(store, 0)).map(({ kind }) => kind),
        ['after'],
      )
    })

    test('lets nothing into another write that went on after its own had failed', async () => {
      await using open = await openStore()
      const { store } = open
      const gone = Promise.withResolvers<void>()
      const late = gone.promise.then(() => 'late')
      const failing = store.write(async (tx) => {
        tx.also(
          late.then((kind) =>
            tx
              .change<JournalTables>()
              .insertInto('journal')
              .values({ ...EMPTY, kind })
              .execute(),
          ),
        )
        throw new Trouble('invalid', 'words.empty')
      })
      await assert.rejects(failing, { key: 'words.empty' })
      gone.resolve()
      await note(store, 'after')
      assert.deepEqual(
        (await entriesSince(store, 0)).map(({ kind }) => kind),
        ['after'],
      )
    })

    test('answers a write with the number under which others will see it', async () => {
      await using open = await openStore()
      const { seq } = await note(open.store, 'one')
      assert.equal((await entriesSince(open.store, seq - 1))[0]!.kind, 'one')
    })

    test('notes more in one write than a statement may carry, in order, and answers with the last number', async () => {
      await using open = await openStore()
      const { store } = open
      const many = Array.from({ length: 30_000 }, (_, about) => about)
      const { seq } = await store.write(async (tx) => {
        for (const about of many) tx.note(noted(), { about, at: 1 })
      })
      const entries = await entriesSince(store, 0, many.length + 1)
      assert.deepEqual(
        entries.map(({ about }) => about),
        many,
      )
      assert.equal(seq, entries.at(-1)!.seq)
      assert.equal(seq, await latestSeq(store))
    })

    test('shows a snapshot one state, whatever is written meanwhile', async () => {
      await using open = await openStore()
      const { store } = open
      await note(store, 'before')
      const elsewhere = AsyncLocalStorage.snapshot()
      await store.read(async (db) => {
        const before = await entriesSince(db, 0)
        await elsewhere(note, store, 'meanwhile')
        assert.deepEqual(await entriesSince(db, 0), before)
      })
      assert.equal((await entriesSince(store, 0)).length, 2)
    })

    test('hands its tail every entry once and in order, while many write', async () => {
      await using open = await openStore()
      const { store } = open
      const tail = await createTail(store, EVENTS)
      const heard: Entry[] = []
      tail.follow((entries) => heard.push(...entries))
      const written = await Promise.all(Array.from({ length: 120 }, (_, i) => note(store, `kind ${i}`)))
      const last = Math.max(...written.map(({ seq }) => seq))
      await tail.until(last, 10_000)
      assert.equal(heard.length, 120)
      assert.deepEqual(
        heard.map(({ seq }) => seq),
        heard.map(({ seq }) => seq).sort((a, b) => a - b),
      )
      await tail.close()
    })
  })
}

test('refuses a SQLite that can corrupt its log, and takes the first that cannot', () => {
  for (const old of ['3.40.1', '3.51.2', '2.9.9', undefined]) assert.throws(() => refuseOld(old), /3\.51\.3 or later/)
  for (const fit of ['3.51.3', '3.53.4', '4.0.0']) refuseOld(fit)
})
