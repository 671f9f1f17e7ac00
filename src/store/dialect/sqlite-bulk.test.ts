import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { MIGRATIONS } from '../../parley.ts'
import { migrate } from '../migrate.ts'
import { Store } from '../store.ts'
import { openSqlite } from './sqlite.ts'

test('indices are gone while many rows come, and stand as they were after it, and after a failure', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-bulk-'))
  const file = path.join(folder, 'parley.sqlite')
  const database = await openSqlite(file)
  t.after(async () => {
    await database.close()
    rmSync(folder, { recursive: true })
  })
  await migrate(database, ...MIGRATIONS)
  const store = new Store(database)
  const tables = ['comment', 'quotation']
  const before = indicesIn(file)
  const meanwhile: number[] = []
  const work = (fail: boolean) =>
    store.write((tx) =>
      tx.inBulk(tables, async () => {
        const indices = tx.look<{ sqlite_schema: { type: string; sql: string | null; tbl_name: string } }>()
        const left = indices.selectFrom('sqlite_schema').select('tbl_name').where('type', '=', 'index')
        meanwhile.push((await left.where('sql', 'is not', null).where('tbl_name', 'in', tables).execute()).length)
        if (fail) throw new Error('no more')
      }),
    )

  await work(false)
  assert.deepEqual(indicesIn(file), before)
  await assert.rejects(work(true), /no more/)
  assert.deepEqual(indicesIn(file), before)
  assert.deepEqual(meanwhile, [0, 0])
  assert.ok(before.some(({ name }) => name === 'comment_best'))
})

function indicesIn(file: string): { name: string; sql: string }[] {
  const connection = new DatabaseSync(file, { readOnly: true })
  try {
    const rows = connection.prepare(`select name, sql from sqlite_schema where type = 'index' order by name`).all()
    return rows.map(({ name, sql }) => ({ name: String(name), sql: String(sql) }))
  } finally {
    connection.close()
  }
}
