import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'node:test'
import { FILES, TABLES } from './tables.ts'

test('docs/export-format.md lists every table with its columns, in their order', async () => {
  const page = await readFile(path.join(import.meta.dirname, '../../../docs/export-format.md'), 'utf8')
  const listed = page.matchAll(/^\| `(\w+)` \| ((?:`\w+`(?:, )?)+) \|/gm)
  assert.deepEqual(
    [...listed].map(([, table, columns]) => [table, columns!.replaceAll('`', '').split(', ')]),
    TABLES.map(({ table, columns }) => [table, [...Object.keys(columns), ...(table in FILES ? ['data'] : [])]]),
  )
})
