import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { EXIT } from '../../src/kit/refusal.ts'
import { onPostgres, POSTGRES } from '../support/databases.ts'
import { parley, serving } from '../support/process.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'parley-backup-'))
after(() => rmSync(folder, { recursive: true }))
const at = (name: string) => path.join(folder, name)

describe('a backup of a running publication', { concurrency: false }, () => {
  const PARLEY_DATA = at('live')
  const backup = at('backup.sqlite')

  before(async () => {
    await using _server = await serving({ PARLEY_DATA })
    const { code, printed } = await parley({ PARLEY_DATA }, 'backup', backup)
    assert.equal(code, 0, printed)
    const refused = await parley({ PARLEY_DATA }, 'restore', backup, '--force')
    assert.match(refused.printed, /Another program has .*parley\.sqlite open\. Stop the server first/)
    assert.equal(refused.code, EXIT.locked)
  })

  test('is one file, for its owner alone, with nothing left beside it', () => {
    assert.equal(statSync(backup).mode & 0o777, 0o600)
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.includes('backup')),
      ['backup.sqlite'],
    )
  })

  test('is read, with its pictures, in a new folder', async () => {
    const { code, printed } = await parley({ PARLEY_DATA: at('new') }, 'restore', backup)
    assert.equal(code, 0, printed)
    assert.equal(readFileSync(at('new/secret'), 'utf8'), readFileSync(at('live/secret'), 'utf8'))
    await parley({ PARLEY_DATA }, 'export', at('live.jsonl'))
    await parley({ PARLEY_DATA: at('new') }, 'export', at('new.jsonl'))
    assert.equal(readFileSync(at('new.jsonl'), 'utf8'), readFileSync(at('live.jsonl'), 'utf8'))
    const doctor = await parley({ PARLEY_DATA: at('new') }, 'doctor', '--recount')
    assert.match(doctor.printed, /Counters, labels and numbers: all as counted\.\nAll is well\.\n$/)
    await using server = await serving({ PARLEY_DATA: at('new') })
    const page = await (await fetch(`${server.url}/en/`)).text()
    const [picture] = page.match(/\/media\/[0-9a-f]{64}-\d+\.webp/) ?? []
    const answer = await fetch(`${server.url}${picture}`)
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('content-type'), 'image/webp')
  })

  test('replaces nothing without --force, and keeps aside what it replaces', async () => {
    const PARLEY_DATA = at('new')
    const was = readFileSync(at('new/parley.sqlite'))
    const refused = await parley({ PARLEY_DATA }, 'restore', backup)
    assert.match(refused.printed, /is there already\. Add --force/)
    assert.equal(refused.code, EXIT.input)
    assert.deepEqual(readFileSync(at('new/parley.sqlite')), was)
    const { code } = await parley({ PARLEY_DATA }, 'restore', backup, '--force')
    assert.equal(code, 0)
    const aside = readdirSync(PARLEY_DATA).filter((name) => /^parley\.sqlite\.before-\d{8}-\d{6}$/.test(name))
    assert.equal(aside.length, 1)
    assert.equal((await parley({ PARLEY_DATA }, 'doctor')).code, 0)
  })

  test('is refused when it is damaged, and what was there stays', async () => {
    const bytes = readFileSync(backup)
    bytes.fill(0xff, 20_000, 60_000)
    writeFileSync(at('damaged.sqlite'), bytes)
    const { code, printed } = await parley({ PARLEY_DATA: at('new') }, 'restore', at('damaged.sqlite'), '--force')
    assert.match(printed, /damaged/)
    assert.equal(code, EXIT.input)
    assert.ok(!readdirSync(at('new')).some((name) => name.includes('restoring')))
    await parley({ PARLEY_DATA: at('new') }, 'export', at('after.jsonl'))
    assert.equal(readFileSync(at('after.jsonl'), 'utf8'), readFileSync(at('live.jsonl'), 'utf8'))
  })

  test('is never written over the publication itself', async () => {
    const { code, printed } = await parley({ PARLEY_DATA }, 'backup', at('live/parley.sqlite'))
    assert.match(printed, /is the database itself/)
    assert.equal(code, EXIT.input)
  })
})

test('PostgreSQL is copied by its own tool, which is named without the password', onPostgres, async () => {
  const fresh = await POSTGRES.openEmpty()
  try {
    const environment = { PARLEY_DATA: at('postgres'), PARLEY_DATABASE: fresh.url }
    const backup = await parley(environment, 'backup', at('nothing'))
    assert.match(backup.printed, /PostgreSQL is copied by its own tool: pg_dump .* It is (?:not )?installed here/)
    const { password } = new URL(fresh.url)
    if (password) assert.ok(!backup.printed.includes(password))
    assert.equal(backup.code, EXIT.input)
    const restore = await parley(environment, 'restore', at('backup.sqlite'))
    assert.match(restore.printed, /PostgreSQL is restored by its own tool: pg_restore/)
  } finally {
    await fresh.close()
  }
})
