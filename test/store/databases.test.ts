import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import test from 'node:test'
import { Client } from 'pg'
import { DATABASES, type FreshDatabase, onPostgres, POSTGRES } from '../support/databases.ts'
import { until } from '../support/until.ts'

for (const { name, openEmpty } of DATABASES) {
  test(`each test has a ${name} of its own, empty, and gone when closed`, async () => {
    const [one, other] = await Promise.all([openEmpty(), openEmpty()])
    await write(one)
    assert.deepEqual(await tablesOf(one), ['words'])
    assert.deepEqual(await tablesOf(other), [])
    await Promise.all([one.close(), other.close()])
    await assert.rejects(() => tablesOf(one))
  })
}

test('PostgreSQL neither sorts as binary nor keeps UTC by itself', onPostgres, async () => {
  const database = await POSTGRES.openEmpty()
  const [row] = await asked(database.url, `select 'a' < 'B' as words, current_setting('TimeZone') as zone`)
  assert.deepEqual({ ...row }, { words: true, zone: 'Asia/Kathmandu' })
  await database.close()
})

for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
  test(`a server of a process's own ends with it by ${signal}`, onPostgres, async () => {
    const owner = ownServer()
    const [url] = await once(createInterface(owner.stdout!), 'line')
    assert.equal((await asked(url, 'select 1 as one')).length, 1)
    owner.kill(signal)
    await until(async () => (await asked(url, 'select 1').catch(() => undefined)) === undefined)
  })
}

async function write({ name, url }: FreshDatabase) {
  const table = 'create table words (word text)'
  if (name === 'PostgreSQL') await asked(url, table)
  else openFile(url, true).exec(table)
}

async function tablesOf({ name, url }: FreshDatabase): Promise<unknown[]> {
  if (name === 'PostgreSQL') {
    const rows = await asked(url, `select tablename as name from pg_tables where schemaname = 'public'`)
    return rows.map((row) => row.name)
  }
  if (!existsSync(path.dirname(url))) throw new Error('gone')
  return existsSync(url)
    ? openFile(url)
        .prepare('select name from sqlite_schema')
        .all()
        .map((row) => row.name)
    : []
}

function openFile(url: string, fresh = false): DatabaseSync {
  if (fresh) writeFileSync(url, '', { flag: 'wx' })
  return new DatabaseSync(url)
}

async function asked(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client(url)
  client.on('error', () => {}) // The server may end in between; the query then fails, too.
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

function ownServer(): ChildProcess {
  const script = `import { startPostgres } from '${path.join(import.meta.dirname, '../support/postgres/server.ts')}'
    console.log((await startPostgres()).url)
    setInterval(() => {}, 1000)`
  return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
}
