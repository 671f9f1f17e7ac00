import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { FAULTS } from '../faults/faults.ts'
import { HEAD, keepInPage } from '../faults/table.ts'
import { DATABASES } from '../support/databases.ts'

/** The short form of `npm run faults`, whose long form takes its time. */
const SHORT = [/^kill -9 while posting/, /^kill -9 while bringing a database up/, /^a read-only PostgreSQL/]

for (const { name, openEmpty } of DATABASES) {
  for (const fault of FAULTS.filter((one) => SHORT.some((short) => short.test(one.name)))) {
    if (fault.on && fault.on !== name) continue
    test(`on ${name}, nothing that was answered for is lost by ${fault.name}, and a loss would be seen`, async () => {
      const { wrong, control } = await fault.run({ open: openEmpty, kills: 1, seconds: 1 })
      assert.deepEqual(wrong, [])
      assert.ok(control.seen, control.planted)
    })
  }
}

test('a line takes the place of what was seen before, and leaves the others', (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-table-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const page = path.join(folder, 'page.md')
  const line = (what: string, done: string) => `| ${what} | SQLite | ${done} | nothing | seen | today |`
  writeFileSync(
    page,
    ['Before.', ...HEAD, line('flood', 'once'), line('fire', 'once'), line('gone', '-'), '', 'After.'].join('\n'),
  )
  const row = { what: 'fire', database: 'SQLite', done: 'twice', wrong: 'nothing', control: 'seen', seen: 'today' }
  keepInPage(row, ['fire | SQLite', 'flood | SQLite'], page)
  assert.deepEqual(readFileSync(page, 'utf8').split('\n'), [
    'Before.',
    ...HEAD,
    line('fire', 'twice'),
    line('flood', 'once'),
    '',
    'After.',
  ])
})
