import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import {
  type AnyTables,
  type JournalReader,
  lagOf,
  openDatabase,
  readOn,
  Store,
  startOver,
} from '../../src/store/index.ts'
import { DATABASES } from '../support/databases.ts'
import { noted } from '../support/noted.ts'
import { STORES } from '../support/stores.ts'

const [heard, overheard] = [noted('heard'), noted('overheard')]

/** Writes down in a table of the publication's what it reads, so that what is undone is gone. */
function scribe(more: Partial<JournalReader> = {}): JournalReader {
  return {
    name: 'scribe',
    kinds: [heard],
    step: async (_, { entries }) => ({
      act: async (tx) => {
        const rows = entries.map(({ about }) => ({ key: `${about}`, createdAt: about! }))
        await tx.fill<AnyTables, string>('article', rows)
      },
    }),
    ...more,
  }
}

const say = (store: Store, about: number, event = heard) => store.write(async (tx) => tx.note(event, { about, at: 1 }))

async function writtenDown(store: Store): Promise<number[]> {
  const rows = await store.look<AnyTables>().selectFrom('article').select('key').orderBy('id').execute()
  return rows.map(({ key }) => Number(key))
}

async function readAll(store: Store, reader: JournalReader) {
  while (await readOn(store, reader));
}

for (const { name, openStore } of STORES) {
  test(`on ${name}, a reader begins with what happens next, and passes by what it does not read`, async () => {
    await using open = await openStore()
    const { store } = open
    let steps = 0
    const { step } = scribe()
    const reader = scribe({ step: (db, batch) => step(db, batch).finally(() => steps++) })
    await say(store, 1)
    await readAll(store, reader)
    for (let about = 0; about < 450; about++) await say(store, about, overheard)
    assert.equal(await lagOf(store, reader), 0, 'what a reader does not read keeps nobody waiting')
    await readAll(store, reader)
    assert.equal(steps, 0)
    await say(store, 2)
    await say(store, 3)
    assert.equal(await lagOf(store, reader), 2)
    await readAll(store, reader)
    assert.equal(await lagOf(store, reader), 0)
    assert.deepEqual(await writtenDown(store), [2, 3])
    await store.write((tx) => startOver(tx, reader))
    await readAll(store, reader)
    assert.equal(steps, 1)
  })

  test(`on ${name}, a step that fails leaves the reader where it was, and nothing of what it did`, async () => {
    await using open = await openStore()
    const { store } = open
    await readAll(store, scribe())
    await say(store, 1)
    const { step } = scribe()
    const failing = scribe({
      step: async (db, batch) => {
        const { act } = await step(db, batch)
        return { act: (tx) => act(tx).then(() => Promise.reject(new Error('The power went off.'))) }
      },
    })
    await assert.rejects(readOn(store, failing), /power/)
    assert.deepEqual(await writtenDown(store), [])
    await readAll(store, scribe())
    assert.deepEqual(await writtenDown(store), [1])
  })

  test(`on ${name}, what is too long for one step goes on where the last one ended, before anything else`, async () => {
    await using open = await openStore()
    const { store } = open
    const counting: JournalReader<{ left: number }> = scribe({
      state: z.object({ left: z.number() }),
      begin: async () => ({ left: 3 }),
      async step(db, batch) {
        const { left } = (batch.state as { left: number } | null) ?? { left: 0 }
        if (left === 0) return scribe().step(db, batch)
        const to = { seq: batch.seq, state: left > 1 ? { left: left - 1 } : null }
        const row = { key: `-${left}`, createdAt: 1 }
        return { to, act: (tx) => tx.fill<AnyTables, string>('article', [row]) }
      },
    }) as JournalReader<{ left: number }>
    await readOn(store, counting)
    await say(store, 1)
    await readAll(store, counting)
    assert.deepEqual(await writtenDown(store), [-3, -2, -1, 1])
  })
}

for (const { name, open } of DATABASES)
  test(`on ${name}, of two processes one makes each step`, async () => {
    await using ending = new AsyncDisposableStack()
    const fresh = await open()
    ending.defer(() => fresh.close())
    const databases = [await openDatabase(fresh.url), await openDatabase(fresh.url)] as const
    for (const database of databases) ending.defer(() => database.close())
    const [one, other] = databases.map((database) => new Store(database)) as [Store, Store]
    await readAll(one, scribe())
    const all = Array.from({ length: 60 }, (_, about) => about + 1)
    const reading = [one, other].map(async (store) => {
      for (let round = 0; round < 40; round++) await readOn(store, scribe())
    })
    for (const about of all) await say(about % 2 ? one : other, about)
    await Promise.all(reading)
    await readAll(other, scribe())
    assert.deepEqual(await writtenDown(one), all)
  })
