import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import {
  createLogReader,
  decide,
  headOf,
  LOG_HEAD_FILE,
  logKeyFrom,
  saveRule,
  settleDue,
  writeHead,
} from '../../src/domain/moderation/index.ts'
import { keptSecret } from '../../src/kit/kept-secret.ts'
import { type AnyTables, openDatabase, readOn, Store } from '../../src/store/index.ts'
import { parley } from '../support/process.ts'

const AT = 1_790_000_000_000

test('doctor proves the moderation log, in a restored backup too, and finds what was done to it', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-log-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const [PARLEY_DATA, backup] = [path.join(folder, 'live'), path.join(folder, 'backup.sqlite')]
  const doctor = () => parley({ PARLEY_DATA }, 'doctor', '--log')
  assert.equal((await parley({ PARLEY_DATA }, 'generate', '--comments', '20')).code, 0)
  assert.match((await doctor()).printed, /Moderation log: 0 entries prove\./)

  await removed(PARLEY_DATA, 3)
  assert.match((await doctor()).printed, /Moderation log: 3 entries prove\./)
  assert.equal((await parley({ PARLEY_DATA }, 'backup', backup)).code, 0)
  await inStore(PARLEY_DATA, (store) =>
    store.write((tx) => tx.change<AnyTables>().deleteFrom('logEntry').where('n', '=', 2).execute()),
  )
  const found = await doctor()
  assert.equal(found.code, 2)
  assert.match(found.printed, /WRONG: The moderation log has no entry 2; 3 comes next\./)

  await inStore(PARLEY_DATA, (store) =>
    store.write((tx) =>
      tx.change<AnyTables>().deleteFrom('kysely_migration').where('name', '=', '20261130T0740-delivery').execute(),
    ),
  )
  const older = await doctor()
  assert.equal(older.code, 2, 'what was not looked at is not well')
  assert.match(older.printed, /WRONG: --log was not done, for the database is older than this program\./)

  const elsewhere = path.join(folder, 'new')
  assert.equal((await parley({ PARLEY_DATA: elsewhere }, 'restore', backup)).code, 0)
  const [here, there] = [PARLEY_DATA, elsewhere].map((data) => readFileSync(path.join(data, LOG_HEAD_FILE), 'utf8'))
  assert.equal(there, here)
  const restored = await parley({ PARLEY_DATA: elsewhere }, 'doctor', '--log')
  assert.match(restored.printed, /Moderation log: 3 entries prove\./)
})

async function inStore<T>(data: string, work: (store: Store) => Promise<T>): Promise<T> {
  const database = await openDatabase(path.join(data, 'parley.sqlite'))
  try {
    return await work(new Store(database))
  } finally {
    await database.close()
  }
}

/** Removes so many comments, and writes that into the log as the server would. */
function removed(data: string, count: number) {
  return inStore(data, async (store) => {
    const reader = createLogReader(logKeyFrom(keptSecret(data)))
    await readOn(store, reader)
    await store.write((tx) => saveRule(tx, 1, [{ language: 'en', title: 'Argue with the words', words: '' }]))
    for (let id = 1; id <= count; id++)
      await store.write((tx) =>
        decide(tx, { kind: 'remove', commentId: id as never, by: null, ruleId: 1 as never, at: AT }),
      )
    await store.write((tx) => settleDue(tx, AT + 60_000))
    while (await readOn(store, reader));
    await writeHead(path.join(data, LOG_HEAD_FILE), (await headOf(store))!)
  })
}
