import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { Refusal } from './kit/refusal.ts'
import { originOf, SETTINGS, settingsFrom } from './settings.ts'

const PARLEY_DATA = mkdtempSync(path.join(tmpdir(), 'parley-settings-'))
after(() => rmSync(PARLEY_DATA, { recursive: true }))

test('everything has a value where nobody says anything', () => {
  const settings = settingsFrom({ PARLEY_DATA, HOME: '/root' })
  assert.equal(settings.data, PARLEY_DATA)
  assert.equal(settings.database, path.join(PARLEY_DATA, 'parley.sqlite'))
  assert.equal(originOf(settings), 'http://localhost:3000')
  assert.equal(settings.demo, 'on')
  assert.deepEqual(settings.proxies, [])
})

test('parley.json is read, and the environment goes before it', () => {
  inFile({ port: 4000, host: '::', mailFrom: 'Second Reading <post@review.example>' })
  const settings = settingsFrom({ PARLEY_DATA, PARLEY_PORT: '5000', PARLEY_PROXIES: '10.0.0.0/8, ::1' })
  assert.equal(settings.port, 5000)
  assert.equal(settings.host, '::')
  assert.equal(settings.mailFrom, 'Second Reading <post@review.example>')
  assert.deepEqual(settings.proxies, ['10.0.0.0/8', '::1'])
  assert.equal(originOf(settings), 'http://localhost:5000')
})

test('PostgreSQL keeps its address, a file is looked for in the data folder', () => {
  inFile({})
  const database = 'postgres://parley:secret@db.example/parley'
  assert.equal(settingsFrom({ PARLEY_DATA, PARLEY_DATABASE: database }).database, database)
  const shouted = settingsFrom({ PARLEY_DATA, PARLEY_DATABASE: 'PostgreSQL://Db.example/Parley' })
  assert.equal(shouted.database, 'postgresql://Db.example/Parley')
  const named = settingsFrom({ PARLEY_DATA, PARLEY_DATABASE: 'other.sqlite' })
  assert.equal(named.database, path.join(PARLEY_DATA, 'other.sqlite'))
})

const WRONG: [environment: Record<string, string>, file: object, said: RegExp][] = [
  [{ PARLEY_POTR: '1' }, {}, /^PARLEY_POTR \(set in the environment\) is no setting; did you mean PARLEY_PORT\?$/],
  [{ PARLEY_WEATHER: 'fine' }, {}, /PARLEY_WEATHER .* is no setting; there are PARLEY_DATA, /],
  [{}, { databse: 'x' }, /^"databse" \(set in .*parley\.json\) is no setting there; did you mean database\?$/],
  [{}, { data: '/srv' }, /^"data" \(set in .*parley\.json\) is no setting there/],
  [{}, { port: { from: 1 } }, /^"port" \(set in .*parley\.json\) must be a text or a number/],
  [
    { PARLEY_PORT: '0' },
    {},
    /^PARLEY_PORT is "0" \(set in the environment\); it must be a whole number from 1 to 65535\.$/,
  ],
  [{ PARLEY_PORT: '65536' }, {}, /PARLEY_PORT is "65536"/],
  [{}, { port: 'many' }, /^PARLEY_PORT is "many" \(set in .*parley\.json\)/],
  [{ PARLEY_URL: 'https://review.example/news' }, {}, /PARLEY_URL .* must be an address without a path/],
  [{ PARLEY_URL: 'review.example' }, {}, /PARLEY_URL/],
  [
    { PARLEY_DATABASE: 'postgress://db.example/x' },
    {},
    /PARLEY_DATABASE is not right .* must be the path of a file, or postgres:/,
  ],
  [{}, { database: 'mysql://parley:hunter2@db.example/x' }, /^PARLEY_DATABASE is not right \(set in .*parley\.json\)/],
  [{ PARLEY_DEMO: 'no' }, {}, /PARLEY_DEMO is "no" .* must be on or off/],
  [{ PARLEY_SECRET: 'short' }, {}, /PARLEY_SECRET is not right .* at least 32 characters/],
  [{ PARLEY_SMTP: 'mail.example' }, {}, /PARLEY_SMTP is not right/],
  [{ PARLEY_MAIL_FROM: 'nobody' }, {}, /PARLEY_MAIL_FROM/],
  [{ PARLEY_PROXIES: 'proxy.example' }, {}, /PARLEY_PROXIES .* IP addresses or networks/],
  [{ PARLEY_COUNTRY_HEADER: 'X Country' }, {}, /PARLEY_COUNTRY_HEADER is "X Country" .* the name of a header/],
]

for (const [environment, file, said] of WRONG) {
  test(`${JSON.stringify({ ...environment, ...file })} is refused with a sentence`, () => {
    inFile(file)
    assert.match(refusalOf(environment).message, said)
  })
}

test('all that is wrong is said at once, and no secret is repeated', () => {
  inFile({ secret: 'hunter2' })
  const { message } = refusalOf({ PARLEY_PORT: 'x', PARLEY_HSOT: '::' })
  assert.equal(message.split('\n').length, 3)
  assert.doesNotMatch(message, /hunter2/)
})

test('a parley.json that is none is refused', () => {
  writeFileSync(path.join(PARLEY_DATA, 'parley.json'), '{"port": 3000')
  assert.match(refusalOf({}).message, /parley\.json is no JSON/)
  writeFileSync(path.join(PARLEY_DATA, 'parley.json'), '[3000]')
  assert.match(refusalOf({}).message, /must hold one object/)
})

test('what is said to the tests is not said to the program', () => {
  inFile({})
  assert.doesNotThrow(() => settingsFrom({ PARLEY_DATA, PARLEY_SHARED: '/elsewhere' }))
})

test('docs/settings.md says of each what the table says', () => {
  const page = readFileSync(path.join(import.meta.dirname, '../docs/settings.md'), 'utf8')
  for (const [key, { name, help, allowed, default: without }] of Object.entries(SETTINGS)) {
    const inFile = key === 'data' ? '' : `\`${key}\``
    const cells = [`\`${name}\``, inFile, help, allowed, without].map((cell) => cell.replace(/<(\w+)>/g, '&lt;$1&gt;'))
    assert.ok(page.includes(`| ${cells.join(' | ')} |`.replace('|  |', '| |')), `no row for ${name}`)
  }
})

function inFile(content: object) {
  writeFileSync(path.join(PARLEY_DATA, 'parley.json'), JSON.stringify(content))
}

function refusalOf(environment: Record<string, string>): Refusal {
  try {
    settingsFrom({ PARLEY_DATA, ...environment })
  } catch (error) {
    assert.ok(error instanceof Refusal)
    return error
  }
  assert.fail('it was not refused')
}
