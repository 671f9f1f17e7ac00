import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { EXIT } from '../../src/kit/refusal.ts'
import { parley, serving } from '../support/process.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'parley-half-'))
const PARLEY_DATA = path.join(folder, 'data')
const at = (name: string) => path.join(PARLEY_DATA, name)
const NOBODY = 2 ** 22 + 1
after(() => rmSync(folder, { recursive: true }))

describe('a restore that was broken off', { concurrency: false }, () => {
  before(async () => {
    await using _server = await serving({ PARLEY_DATA })
  })

  for (const left of ['parley.sqlite.before-20261122-213000', 'parley.sqlite.restoring'])
    test(`makes the next start refuse while ${left} stands beside no database`, async () => {
      renameSync(at('parley.sqlite'), at(left))
      for (const command of ['serve', 'doctor', 'person list'].map((words) => words.split(' '))) {
        const { code, printed } = await parley({ PARLEY_DATA }, ...command)
        assert.match(printed, /is missing, and .* stands beside it: a restore was broken off/)
        assert.equal(code, EXIT.input)
      }
      assert.equal(existsSync(at('parley.sqlite')), false)
      renameSync(at(left), at('parley.sqlite'))
    })

  test('is finished by the next start where all but the name was done', async () => {
    renameSync(at('parley.sqlite'), at('parley.sqlite.restored'))
    await using server = await serving({ PARLEY_DATA, PARLEY_DEMO: 'off' })
    assert.match(server.printed(), /is restored/)
    assert.equal((await fetch(`${server.url}/en/`)).status, 200)
  })

  test('files that were not completed are swept when their process is gone, and kept while it runs', async () => {
    const left = [
      `.parley.sqlite.${NOBODY}`,
      `.secret.${NOBODY}`,
      `.parley.sqlite.${NOBODY}-wal`,
      path.join('media', `${'a'.repeat(64)}.orig.${NOBODY}`),
    ]
    const kept = [`.secret.${process.pid}`, 'notes.2026']
    for (const name of [...left, ...kept]) writeFileSync(at(name), 'half')
    await using _server = await serving({ PARLEY_DATA })
    assert.deepEqual(
      [...left, ...kept].filter((name) => existsSync(at(name))),
      kept,
    )
  })

  test('leaves a database that is for its owner alone, whatever the backup was', async () => {
    const backup = path.join(folder, 'backup.sqlite')
    await parley({ PARLEY_DATA }, 'backup', backup)
    chmodSync(backup, 0o644)
    const { code, printed } = await parley({ PARLEY_DATA }, 'restore', backup, '--force')
    assert.equal(code, 0, printed)
    assert.equal(statSync(at('parley.sqlite')).mode & 0o777, 0o600)
    assert.deepEqual(
      readdirSync(PARLEY_DATA).filter((name) => /restor/.test(name)),
      [],
    )
  })
})
