import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { Client } from 'pg'
import { EXIT } from '../../src/kit/refusal.ts'
import { MIGRATIONS } from '../../src/parley.ts'
import { openDatabase, upcoming } from '../../src/store/index.ts'
import { DATABASES, type FreshDatabase, POSTGRES } from '../support/databases.ts'
import { parley, serving } from '../support/process.ts'
import { environmentOf, KEPT, RELEASES, releaseFile, unpackRelease } from '../support/releases/release-folder.ts'

const [first = ''] = globSync('*', { cwd: RELEASES }).sort()

for (const { name, openEmpty } of DATABASES) {
  test(`on ${name}, an upgrade is rehearsed on a copy, which is gone afterwards, and changes nothing`, async () => {
    await using old = await laid(await openEmpty())
    const rehearsal = await parley(old.environment, 'doctor', '--rehearse')
    assert.equal(rehearsal.code, 0, rehearsal.printed)
    assert.match(
      rehearsal.printed,
      /Rehearsal on a copy\. \d+ changes bring it up:\n(?:- .*\n)*- Adds a table of who was erased/,
    )
    assert.match(rehearsal.printed, /It took \d+\.\d s\./)
    assert.match(rehearsal.printed, /Counters, labels and numbers: all as counted\./)
    assert.equal(await old.isOld(), true)
    assert.deepEqual(await old.leftBehind(), [])
  })

  test(`on ${name}, a rehearsal that fails says so`, async () => {
    await using old = await laid(await openEmpty())
    await old.order(`delete from kysely_migration where name = '20261130T0740-delivery'`)
    const rehearsal = await parley(old.environment, 'doctor', '--rehearse')
    assert.match(
      rehearsal.printed,
      /WRONG: The rehearsal failed: .*delivery|is not made as its migrations say: instead of /,
    )
    assert.equal(rehearsal.code, EXIT.input)
    assert.deepEqual(await old.leftBehind(), [])
  })

  test(`on ${name}, an upgrade says what it does and keeps a copy, which leads back to what was`, async () => {
    await using old = await laid(await openEmpty())
    {
      await using server = await serving(old.environment)
      assert.match(
        server.printed(),
        /written by an earlier version\. \d+ changes bring it up:\n(?:- .*\n)*- Adds a table of who was/,
      )
      assert.match(
        server.printed(),
        /A copy of it as it was is kept in .*before-upgrade-.*\.sqlite\. To go back: "npx parley/,
      )
    }
    const [copy] = await old.kept()
    assert.equal((await stat(copy!)).mode & 0o777, 0o600)
    assert.equal(await old.isOld(), false)
    {
      await using again = await serving(old.environment)
      assert.doesNotMatch(again.printed(), /earlier version/)
    }
    const before = await old.backTo(copy!)
    const stays = await openDatabase(before)
    assert.deepEqual((await upcoming(stays, ...MIGRATIONS)).length > 0, true)
    const words = stays.reader.selectFrom('comment').select('plain').where('plain', '=', KEPT.words)
    assert.equal((await words.execute()).length, 1)
    await stays.close()
  })

  test(`on ${name}, no copy is kept where the operator says none`, async () => {
    await using old = await laid(await openEmpty())
    await using server = await serving({ ...old.environment, PARLEY_UPGRADE_BACKUP: 'none' })
    assert.match(server.printed(), /No copy is kept of it as it was: PARLEY_UPGRADE_BACKUP is none\./)
    assert.deepEqual(await old.kept(), [])
  })
}

test('every migration that no release has says what it does', async () => {
  const [one] = DATABASES
  await using old = await laid(await one!.openEmpty())
  const database = await openDatabase(old.address)
  const silent = (await upcoming(database, ...MIGRATIONS)).filter(({ name, says }) => says === `${name}.`)
  await database.close()
  assert.deepEqual(silent, [])
})

/** The data folder of the first release, on a database of its own. */
async function laid(database: FreshDatabase) {
  const folder = await mkdtemp(path.join(tmpdir(), 'parley-before-'))
  const data = path.join(folder, 'data')
  await unpackRelease(releaseFile(first, database), data, database)
  const isSqlite = database.name === 'SQLite'
  const address = isSqlite ? path.join(data, 'parley.sqlite') : database.url
  const fresh: FreshDatabase[] = [database]

  return {
    address,
    environment: environmentOf(data, database),
    async isOld() {
      const opened = await openDatabase(address)
      const { length } = await upcoming(opened, ...MIGRATIONS)
      await opened.close()
      return length > 0
    },
    async kept() {
      const names = await readdir(path.join(data, 'before-upgrades')).catch(() => [])
      return names.map((name) => path.join(data, 'before-upgrades', name))
    },
    /** What a rehearsal should have taken away. */
    async leftBehind() {
      if (isSqlite) return (await readdir(data)).filter((name) => name.includes('rehearsal'))
      return asked(address, "select datname from pg_database where datname like '%rehearsal%'")
    },
    async order(sql: string) {
      if (!isSqlite) return void (await asked(address, sql))
      const file = new DatabaseSync(address)
      file.exec(sql)
      file.close()
    },
    /** Lets the former version's command find what was kept. */
    async backTo(copy: string) {
      if (isSqlite) {
        const { code, printed } = await parley(this.environment, 'restore', '--force', copy)
        assert.equal(code, 0, printed)
        return address
      }
      fresh.push(await POSTGRES.openEmpty())
      return copy
    },
    async [Symbol.asyncDispose]() {
      for (const { close } of fresh) await close()
      await rm(folder, { recursive: true })
    },
  }
}

async function asked(url: string, sql: string) {
  const client = new Client(url)
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}
