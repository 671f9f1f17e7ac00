import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { DATA_KINDS } from '../../src/parley.ts'
import { STORES } from '../support/stores.ts'
import { privacyPage } from './drawing/data-kinds.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

for (const { name, openStore } of STORES)
  test(`every table of the database on ${name} is of one kind of data, and every one named there exists`, async () => {
    await using open = await openStore()
    const found = await open.store.database.migrator.introspection.getTables({ withInternalKyselyTables: true })
    const tables = found.filter(({ isView }) => !isView).map(({ name: table }) => table)
    const named = DATA_KINDS.flatMap((kind) => kind.tables)
    assert.deepEqual(named.toSorted(), tables.filter((table) => !IS_INSIDE.test(table)).toSorted())
    assert.equal(new Set(DATA_KINDS.map((kind) => kind.name)).size, DATA_KINDS.length)
  })

/** What the database itself keeps: the inside of the full text index, and its counters. */
const IS_INSIDE = /^(?:searchIndex_|articleIndex_|sqlite_)/

test('docs/privacy.md tells every kind of data', () => {
  assert.equal(readFileSync(path.join(ROOT, 'docs/privacy.md'), 'utf8'), privacyPage(ROOT))
})
