import assert from 'node:assert/strict'
import test from 'node:test'
import { ask, isAskable, NotAsked, PUBLIC } from './outbound.ts'
import { isPublic } from './private-addresses.ts'

const LIMITS = { timeMs: 2_000, bytes: 1_000 }

const PRIVATE = [
  '127.0.0.1',
  '10.1.2.3',
  '169.254.169.254',
  '172.31.255.255',
  '192.168.1.1',
  '100.64.0.1',
  '0.0.0.0',
  '::1',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '64:ff9b::7f00:1',
  'fe80::1',
  'fd00::1',
  '2002:7f00:1::',
  '2001:db8::1',
  '127.0.0.1.',
  'localhost',
  '',
]

for (const address of PRIVATE) test(`${address} is not public`, () => assert.equal(isPublic(address), false))

for (const address of ['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946']) {
  test(`${address} is public`, () => assert.equal(isPublic(address), true))
}

const SPELLINGS = [
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::1]/',
  'http://user:word@example.org/',
  'http://example.org:22/',
  'file:///etc/passwd',
  'gopher://example.org/',
]

for (const url of SPELLINGS)
  test(`${url} is not asked`, async () => {
    await assert.rejects(ask(url, LIMITS), NotAsked)
    assert.equal(isAskable(url), false)
  })

test('a name that leads inside is not asked, even among public ones', async () => {
  const reach = { ...PUBLIC, resolve: async () => ['93.184.216.34', '127.0.0.1'] }
  await assert.rejects(ask('http://example.org/', LIMITS, {}, reach), /private network/)
})
