import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DATABASES } from '../../../../test/support/databases.ts'
import { MIGRATIONS } from '../../../parley.ts'
import { type AnyTables, type Migrations, migrate, openDatabase, Store } from '../../../store/index.ts'
import type { PersonId } from '../person.ts'
import { grantsTo, rolesOf } from './grants.ts'

const FROM = '20261130T0945-role-grant'

for (const { name, openEmpty } of DATABASES) {
  test(`on ${name}, whoever had a role before holds it still, of nobody knows whom`, async () => {
    await using ending = new AsyncDisposableStack()
    const fresh = await openEmpty()
    ending.defer(() => fresh.close())
    const database = await openDatabase(fresh.url)
    ending.defer(() => database.close())
    await migrate(database, ...MIGRATIONS.map(before))
    const store = new Store(database)
    const person = (id: number, role: string) => ({ id, name: role, nameKey: role, role, createdAt: 1 })
    const people = ['reader', 'moderator', 'editor', 'admin'].map((role, at) => person(at + 1, role))
    await store.write((tx) => tx.change<AnyTables>().insertInto('person').values(people).execute())

    await migrate(database, ...MIGRATIONS)
    const roles = await Promise.all([1, 2, 3, 4].map((id) => rolesOf(store, id as PersonId)))
    const limits = { sections: [], languages: [] }
    assert.deepEqual(roles, [[], ...['moderator', 'editor', 'admin'].map((role) => [{ role, ...limits }])])
    const [grant] = await grantsTo(store, 4 as PersonId, 1)
    assert.deepEqual([grant!.grantedById, grant!.grantedAt, grant!.takenAt], [null, null, null])
  })
}

function before(migrations: Migrations): Migrations {
  return Object.fromEntries(Object.entries(migrations).filter(([name]) => name < FROM))
}
