import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { COMMANDS, GROUPS } from '../../src/cli/commands.ts'
import { freePort, parley, unread } from '../support/process.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'parley-line-'))
after(() => rmSync(folder, { recursive: true }))
const PARLEY_DATA = path.join(folder, 'data')
const HARBOUR = path.join(import.meta.dirname, '../support/harbour-page.txt')

test('--help names every command', async () => {
  const { code, printed } = await parley({ PARLEY_DATA }, '--help')
  assert.equal(code, 0)
  for (const word of new Set(COMMANDS.map(({ name }) => name.split(' ')[0]!)))
    assert.match(printed, new RegExp(`^  ${word}\\b`, 'm'))
})

test('--version names Parley, its Node and its SQLite', async () => {
  const { version } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../package.json'), 'utf8'))
  const { code, printed } = await parley({ PARLEY_DATA }, '--version')
  assert.equal(printed, `Parley ${version}, Node ${process.versions.node}, SQLite ${process.versions.sqlite}\n`)
  assert.equal(code, 0)
})

for (const { name, arguments: args = [], options = [], examples } of COMMANDS) {
  test(`"${name} --help" shows its arguments, its options and an example`, async () => {
    const { code, printed } = await parley({ PARLEY_DATA }, ...name.split(' '), '--help')
    assert.equal(code, 0)
    for (const part of args) assert.ok(printed.includes(part.name), part.name)
    for (const part of options) assert.ok(printed.includes(part.name), part.name)
    assert.ok(printed.includes(examples[0]!))
  })
}

const REFUSED: [words: string[], said: RegExp][] = [
  [[], /Usage: parley/],
  [['publish'], /unknown command 'publish'/],
  [['serv'], /Did you mean serve\?/],
  [['serve', '--fast'], /unknown option '--fast'/],
  [['serve', 'now'], /too many arguments/],
  [['export'], /missing required argument 'file'/],
  [['import', 'page', HARBOUR, '--language', 'en'], /required option '--zone <name>' not specified/],
  [
    ['import', 'page', HARBOUR, '--language', 'tlh', '--zone', 'UTC'],
    /There is no profile for captured pages in the language "tlh"/,
  ],
  [['import', 'page', HARBOUR, '--language', 'en', '--zone', 'Mars'], /There is no time zone "Mars"/],
  [['import', 'page', '/none', '--language', 'en', '--zone', 'UTC'], /\/none cannot be opened: there is no such file/],
  [['import', 'parley', '/none'], /There is no file \/none/],
  [['import', 'parley', HARBOUR], /^parley: Line 1: it is no JSON object/],
  [['import', 'articles', '/none'], /\/none: There is no such folder/],
  [['export', '/none/file'], /\/none\/file: there is no such file or folder/],
  [['backup', '/none/file'], /There is no folder \/none/],
  [['restore', '/none'], /There is no file \/none/],
  [['restore', '/'], /^parley: \/ is a folder; name a file\.$/m],
  [['restore', HARBOUR, '--force'], /harbour-page\.txt is no SQLite database, or it is damaged/],
  [['person', 'admin', 'ada@example.org'], /Nobody signs in here with ada@example\.org/],
  [['person', 'role', 'x', 'admin'], /"x" is no number of a person/],
  [['person', 'role', '1', 'king'], /There is no role "king"/],
]

before(async () => {
  assert.equal(
    (await parley({ PARLEY_DATA }, 'import', 'page', HARBOUR, '--language', 'en', '--zone', 'UTC', '--dry-run')).code,
    0,
  )
})

for (const [words, said] of REFUSED) {
  test(`"${words.join(' ').replace(HARBOUR, 'FILE')}" is refused with a sentence and exit code 2`, async () => {
    const { code, printed } = await parley({ PARLEY_DATA, PARLEY_DEMO: 'off' }, ...words)
    assert.match(printed, said)
    assert.doesNotMatch(printed, /\n {4}at /, 'a stack')
    assert.equal(code, 2)
  })
}

test('a mistyped folder is told of, and nothing is made there', async () => {
  const mistyped = path.join(folder, 'mistypde')
  for (const { name, arguments: parts = [] } of COMMANDS.filter(({ needsDatabase }) => needsDatabase)) {
    const { code, printed } = await parley({ PARLEY_DATA: mistyped }, ...name.split(' '), ...parts.map(() => 'x'))
    assert.match(printed, /There is no publication in .*mistypde.*PARLEY_DATA.*npx parley serve/, name)
    assert.equal(code, 2)
  }
  assert.equal(existsSync(mistyped), false)
})

test('doctor says that a mail server takes no letters, and sends one where it does', async () => {
  const dead = { PARLEY_DATA, PARLEY_SMTP: `smtp://127.0.0.1:${await freePort()}` }
  const wrong = await parley(dead, 'doctor')
  assert.match(wrong.printed, /WRONG: The mail server takes no letters \(.*ECONNREFUSED.*\)\. Check PARLEY_SMTP\./)
  assert.equal(wrong.code, 2)
  const kept = await parley({ PARLEY_DATA }, 'doctor', '--mail', 'ada@example.org')
  assert.match(kept.printed, /Mail to ada@example\.org/)
  assert.equal(kept.code, 0)
  const none = await parley({ PARLEY_DATA }, 'doctor', '--mail', 'ada')
  assert.match(none.printed, /"ada" is no mail address/)
})

test('a group without a command shows what there is', async () => {
  for (const group of Object.keys(GROUPS)) {
    const { code, printed } = await parley({ PARLEY_DATA }, group)
    assert.equal(code, 2)
    assert.match(printed, new RegExp(`Usage: parley ${group}`))
  }
})

test('nothing is complained of when nobody reads the answer', async () => {
  const environment = { PARLEY_DATA: path.join(folder, 'unread'), PARLEY_DEMO: 'off' }
  for (const words of [['--help'], ['person', 'list', '--help'], ['doctor']]) {
    const { complained } = await unread(environment, ...words)
    assert.equal(complained, '', words.join(' '))
  }
  const served = await unread({ ...environment, PARLEY_PORT: String(await freePort()) }, 'serve')
  assert.deepEqual(served, { code: 0, complained: '' })
})

test('an address that is none of PostgreSQL is not taken for a file', async () => {
  const mistyped = {
    PARLEY_DATA: path.join(folder, 'mistyped'),
    PARLEY_DATABASE: 'postgress://ada:hunter2@db.example/x',
  }
  for (const command of ['serve', 'doctor']) {
    const { code, printed } = await parley(mistyped, command)
    assert.match(printed, /^parley: PARLEY_DATABASE is not right .*; it must be the path of a file, or postgres:/)
    assert.doesNotMatch(printed, /hunter2/)
    assert.equal(code, 2)
  }
  assert.equal(existsSync(mistyped.PARLEY_DATA), false)
})

test('a setting that is none stops every command', async () => {
  const { code, printed } = await parley({ PARLEY_DATA, PARLEY_POTR: '1' }, 'doctor')
  assert.equal(printed, 'parley: PARLEY_POTR (set in the environment) is no setting; did you mean PARLEY_PORT?\n')
  assert.equal(code, 2)
})
