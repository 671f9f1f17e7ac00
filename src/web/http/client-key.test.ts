import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clientKey } from './client-key.ts'

test('what a client says about itself is not believed', () => {
  const keys = ['1.1.1.1', '2.2.2.2', undefined].map((forwarded) => clientKey('203.0.113.7', forwarded, []))
  assert.deepEqual(new Set(keys), new Set(['203.0.113.7']))
})

test('a trusted proxy says where a request comes from, and only the nearest untrusted hop counts', () => {
  const proxies = ['127.0.0.1', '10.0.0.0/8', '2001:db8:f::/48']
  assert.equal(clientKey('127.0.0.1', '198.51.100.4', proxies), '198.51.100.4')
  assert.equal(clientKey('127.0.0.1', '6.6.6.6, 198.51.100.4, 10.1.2.3', proxies), '198.51.100.4')
  assert.equal(clientKey('2001:db8:f::1', '198.51.100.4', proxies), '198.51.100.4')
  assert.equal(clientKey('::ffff:127.0.0.1', '198.51.100.4', proxies), '198.51.100.4')
  assert.equal(clientKey('203.0.113.7', '198.51.100.4', proxies), '203.0.113.7')
  assert.equal(clientKey('127.0.0.1', undefined, proxies), '127.0.0.1')
  assert.equal(clientKey('127.0.0.1', 'unknown', proxies), '127.0.0.1')
})

test('all addresses of one IPv6 network are one client, and another network is another', () => {
  const key = clientKey('2001:db8:1:2::1', undefined, [])
  for (const same of ['2001:db8:1:2:ffff:ffff:ffff:ffff', '2001:0db8:0001:0002:1::', '2001:db8:1:2:3:4:5:6%eth0']) {
    assert.equal(clientKey(same, undefined, []), key)
  }
  assert.notEqual(clientKey('2001:db8:1:3::1', undefined, []), key)
  assert.equal(clientKey('::1', undefined, []), '0:0:0:0::/64')
  assert.equal(clientKey('::ffff:203.0.113.7', undefined, []), '203.0.113.7')
})
