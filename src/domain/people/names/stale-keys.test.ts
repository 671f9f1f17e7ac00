import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DATABASES } from '../../../../test/support/databases.ts'
import { MIGRATIONS } from '../../../parley.ts'
import { type AnyTables, type Migrations, migrate, openDatabase, Store } from '../../../store/index.ts'
import { nameKey } from './name-key.ts'
import { renewKeys, staleKeys } from './stale-keys.ts'

const FROM = '20261130T1030-name-keys'
const BLANK = '\u2800'

for (const { name, openEmpty } of DATABASES) {
  test(`on ${name}, an upgrade compares names of before by the rules of today, and takes nobody's`, async () => {
    await using ending = new AsyncDisposableStack()
    const fresh = await openEmpty()
    ending.defer(() => fresh.close())
    const database = await openDatabase(fresh.url)
    ending.defer(() => database.close())
    await migrate(database, ...MIGRATIONS.map(before))
    const store = new Store(database)
    const names = ['Ada', `Ada${BLANK}`, `Bea${BLANK}`, 'Tern']
    const people = names.map((name, at) => ({
      id: at + 1,
      name,
      nameKey: at === 3 ? nameKey(name) : `old ${name}`,
      createdAt: 1,
    }))
    const aliases = [1, 1, 2].map((personId, at) => ({
      id: at + 1,
      personId,
      name: at === 1 ? `A.${BLANK}` : 'A.',
      nameKey: `old ${at}`,
    }))
    await store.write(async (tx) => {
      await tx.change<AnyTables>().insertInto('person').values(people).execute()
      await tx.change<AnyTables>().insertInto('personAlias').values(aliases).execute()
    })

    await migrate(database, ...MIGRATIONS)
    const keys = await store.look<AnyTables>().selectFrom('person').select('nameKey').orderBy('id').execute()
    assert.deepEqual(
      keys.map(({ nameKey }) => nameKey),
      [nameKey('Ada'), `old Ada${BLANK}`, nameKey('Bea'), nameKey('Tern')],
    )
    const left = await staleKeys(store, 10)
    assert.deepEqual(
      left.map(({ table, id, heldBy }) => [table, id, heldBy]),
      [
        ['person', 2, 1],
        ['personAlias', 2, 1],
      ],
    )

    await store.write((tx) =>
      tx.change<AnyTables>().updateTable('person').set({ nameKey: 'odd' }).where('id', '=', 4).execute(),
    )
    await store.write((tx) => renewKeys(tx))
    assert.deepEqual(
      (await staleKeys(store, 10)).map(({ id }) => id),
      [2, 2],
    )
  })
}

function before(migrations: Migrations): Migrations {
  return Object.fromEntries(Object.entries(migrations).filter(([name]) => name < FROM))
}
