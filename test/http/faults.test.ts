import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, before, describe, test } from 'node:test'
import { EXIT } from '../../src/kit/refusal.ts'
import { parley } from '../support/process.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'parley-faults-'))
const PARLEY_DATA = path.join(folder, 'data')
const FILE = path.join(PARLEY_DATA, 'parley.sqlite')
const HARBOUR = path.join(import.meta.dirname, '../support/harbour-page.txt')
const IMPORT = ['import', 'page', HARBOUR, '--language', 'en', '--zone', 'Europe/Dublin']
const PARLEY_DEMO = 'off'

before(async () => {
  const { code, printed } = await parley({ PARLEY_DATA }, ...IMPORT)
  assert.equal(code, 0, printed)
})
after(() => rmSync(folder, { recursive: true }))

const anotherPage = () => {
  const file = path.join(folder, 'another.txt')
  writeFileSync(file, readFileSync(HARBOUR, 'utf8').replaceAll('winter boats', 'summer boats'))
  return ['import', 'page', file, ...IMPORT.slice(3)]
}

describe('a locked database', { concurrency: false }, () => {
  for (const [how, lock] of [
    ['against writing', 'begin exclusive'],
    ['altogether', 'pragma locking_mode = exclusive; begin exclusive'],
  ] as const) {
    test(`${how} stops what would write with a sentence, and is as before`, async () => {
      const holder = new DatabaseSync(FILE)
      holder.exec(lock)
      try {
        for (const words of [['serve'], anotherPage()]) {
          const { code, printed } = await parley({ PARLEY_DATA, PARLEY_DEMO }, ...words)
          assert.match(printed, /parley\.sqlite is locked by another program\. Stop that program/)
          assert.equal(code, EXIT.locked, words.join(' '))
        }
      } finally {
        holder.close()
      }
      await isWell()
    })
  }
})

test('a newer database is left alone', async () => {
  change("insert into kysely_migration values ('999-tomorrow', '2030-01-01')")
  for (const words of [['serve'], ['export', path.join(folder, 'x')], anotherPage()]) {
    const { code, printed } = await parley({ PARLEY_DATA, PARLEY_DEMO }, ...words)
    assert.match(printed, /written by a newer Parley \(it has the migration 999-tomorrow\)/)
    assert.equal(code, EXIT.newerDatabase, words.join(' '))
  }
  const doctor = await parley({ PARLEY_DATA }, 'doctor')
  assert.match(doctor.printed, /WRONG: A newer Parley has written it/)
  const backup = path.join(folder, 'newer.sqlite')
  assert.equal((await parley({ PARLEY_DATA }, 'backup', backup)).code, 0)
  const restore = await parley({ PARLEY_DATA: path.join(folder, 'elsewhere') }, 'restore', backup)
  assert.match(restore.printed, /The backup was made by a newer Parley/)
  assert.equal(restore.code, EXIT.newerDatabase)
  change("delete from kysely_migration where name = '999-tomorrow'")
  await isWell()
})

test('an address in use is named before anything is made', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const untouched = path.join(folder, 'untouched')
  const { code, printed } = await parley({ PARLEY_DATA: untouched, PARLEY_PORT: String(port) }, 'serve')
  server.close()
  assert.equal(existsSync(untouched), false)
  assert.match(printed, new RegExp(`Port ${port} of 127\\.0\\.0\\.1 is used by another program`))
  assert.equal(code, EXIT.addressInUse)
})

const NOT_HERE: [host: string, said: RegExp][] = [
  ['192.0.2.1', /This machine does not have the address 192\.0\.2\.1\. Set PARLEY_HOST to/],
  ['nowhere.invalid', /the name nowhere\.invalid.* Set PARLEY_HOST to/],
]

for (const [PARLEY_HOST, said] of NOT_HERE) {
  test(`the host ${PARLEY_HOST}, which is not this machine, is named`, async () => {
    const { code, printed } = await parley({ PARLEY_DATA, PARLEY_DEMO, PARLEY_HOST }, 'serve')
    assert.match(printed, said)
    assert.doesNotMatch(printed, /\n {4}at /, 'a stack')
    assert.equal(code, EXIT.addressInUse)
  })
}

test('a PostgreSQL that is not there is named without its password', async () => {
  const PARLEY_DATABASE = 'postgres://parley:hunter2@127.0.0.1:9/parley'
  const { code, printed } = await parley({ PARLEY_DATA, PARLEY_DATABASE }, 'doctor')
  assert.match(printed, /PostgreSQL at postgres:\/\/parley@127\.0\.0\.1:9\/parley cannot be reached/)
  assert.doesNotMatch(printed, /hunter2/)
  assert.equal(code, EXIT.unreachable)
})

test('a PostgreSQL that takes a connection and stays silent is named in seconds', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const PARLEY_DATABASE = `postgres://parley:hunter2@127.0.0.1:${port}/parley`
  const { code, printed } = await parley({ PARLEY_DATA, PARLEY_DATABASE }, 'doctor')
  server.close()
  assert.match(printed, /parley@127\.0\.0\.1:\d+\/parley cannot be reached \(it did not answer within 5 seconds\)/)
  assert.equal(code, EXIT.unreachable)
})

const noProc = process.platform !== 'linux' && 'left out: only Linux has a /proc'

test('a folder that cannot be made is named, whatever the database is', { skip: noProc }, async () => {
  for (const PARLEY_DATABASE of ['', path.join(folder, 'apart.sqlite')]) {
    const { code, printed } = await parley({ PARLEY_DATA: '/proc/nope', PARLEY_DATABASE, PARLEY_DEMO }, 'serve')
    assert.match(printed, /^parley: The folder \/proc\/nope cannot be made \(ENOENT.*\)\. Set PARLEY_DATA to/)
    assert.equal(code, EXIT.readOnly)
  }
})

/** A disk of its own can be made by root alone. */
const disk = process.platform === 'linux' && process.getuid?.() === 0 && canMount()
const leftOut = !disk && 'left out: a disk of its own can be mounted by root on Linux alone'

test('a full disk stops everything with a sentence, and nothing is damaged', { skip: leftOut }, async () => {
  using full = mounted('full')
  const environment = { PARLEY_DATA: full.folder, PARLEY_DEMO }
  assert.equal((await parley(environment, ...IMPORT)).code, 0)
  await parley(environment, 'export', path.join(folder, 'before.jsonl'))
  const filler = path.join(full.folder, 'filler')
  fill(filler)
  const files = ['export.jsonl', 'export.jsonl.gz'].map((name) => path.join(full.folder, name))
  const backup = path.join(full.folder, 'backup.sqlite')
  for (const words of [anotherPage(), ...files.map((file) => ['export', file]), ['backup', backup]]) {
    const { code, printed } = await parley(environment, ...words)
    assert.match(printed, /full/, words.join(' '))
    assert.equal(code, EXIT.diskFull, printed)
  }
  rmSync(filler)
  assert.deepEqual(
    full.names().filter((name) => !/^(?:parley\.sqlite(?:-wal|-shm)?|secret)$/.test(name)),
    [],
  )
  await parley(environment, 'export', path.join(folder, 'after.jsonl'))
  assert.equal(read('after.jsonl'), read('before.jsonl'))
  const doctor = await parley(environment, 'doctor', '--recount')
  assert.match(doctor.printed, /all as counted/)
})

test('a full disk lets no database begin', { skip: leftOut }, async () => {
  using full = mounted('nothing')
  fill(path.join(full.folder, 'filler'))
  const { code, printed } = await parley({ PARLEY_DATA: full.folder }, 'serve')
  assert.match(printed, /The disk that holds .*parley\.sqlite is full/)
  assert.equal(code, EXIT.diskFull)
})

test('a folder that takes no changes stops everything with a sentence', { skip: leftOut }, async () => {
  using fixed = mounted('fixed')
  const environment = { PARLEY_DATA: fixed.folder, PARLEY_DEMO }
  assert.equal((await parley(environment, ...IMPORT)).code, 0)
  mkdirSync(path.join(fixed.folder, 'empty'))
  execFileSync('mount', ['-o', 'remount,ro', fixed.folder])
  const places = [fixed.folder, path.join(fixed.folder, 'empty'), path.join(fixed.folder, 'none')]
  for (const PARLEY_DATA of places) {
    const { code, printed } = await parley({ PARLEY_DATA, PARLEY_DEMO }, 'serve')
    assert.match(printed, /cannot be (?:written|made)|stands on a disk that takes no changes/)
    assert.equal(code, EXIT.readOnly, printed)
  }
  const elsewhere = await parley({ PARLEY_DATA }, 'export', path.join(fixed.folder, 'export.jsonl'))
  assert.match(elsewhere.printed, /export\.jsonl: it stands on a disk that takes no changes/)
  assert.equal(elsewhere.code, EXIT.readOnly)
})

async function isWell() {
  const { code, printed } = await parley({ PARLEY_DATA }, 'doctor', '--recount')
  assert.match(printed, /all as counted/)
  assert.equal(code, 0, printed)
}

function change(sql: string) {
  const database = new DatabaseSync(FILE)
  database.exec(sql)
  database.close()
}

function read(name: string) {
  return readFileSync(path.join(folder, name), 'utf8')
}

function fill(file: string) {
  try {
    for (let size = 1_000_000; ; size += 100_000) writeFileSync(file, Buffer.alloc(size))
  } catch {}
}

function canMount() {
  try {
    const place = path.join(folder, 'try')
    mkdirSync(place)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place], { stdio: 'ignore' })
    execFileSync('umount', [place])
    return true
  } catch {
    return false
  }
}

function mounted(name: string) {
  const place = path.join(folder, name)
  mkdirSync(place)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', place])
  return {
    folder: place,
    names: () => readdirSync(place),
    [Symbol.dispose]: () => void execFileSync('umount', [place]),
  }
}
