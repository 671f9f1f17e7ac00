import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import { STORES } from '../../../test/support/stores.ts'
import { ALONGSIDE } from './clear.ts'
import { TABLES } from './tables.ts'

interface Reference {
  table: string
  parent: string
}

/** @NOTE people who have accounts stay, with what hangs on them. */
const STAYING = 'person'

for (const { name, openStore } of STORES.filter(({ name }) => name === 'SQLite'))
  test(`whatever hangs on what goes with the demo goes before it, on ${name}`, async () => {
    await using open = await openStore()
    const { rows } = await sql<Reference>`
      select m.name as "table", f."table" as "parent" from sqlite_master m, pragma_foreign_key_list(m.name) f
      where m.type = 'table' and f.on_delete = 'NO ACTION'`.execute(open.store.database.reader as Kysely<unknown>)
    const order = TABLES.toReversed().flatMap(({ table }) => [table, ...(ALONGSIDE[table] ?? [])])
    const left = rows.filter(({ table, parent }) => {
      const [at, goes] = [order.indexOf(table), order.indexOf(parent)]
      return parent !== STAYING && table !== parent && goes >= 0 && (at < 0 || at > goes)
    })
    assert.deepEqual(left, [])
    assert.ok(rows.length > 20)
  })
