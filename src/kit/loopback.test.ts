import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLoopback } from './loopback.ts'

test('knows the names of this machine', () => {
  const names = [
    'http://localhost',
    'http://parley.localhost',
    'http://127.0.0.1',
    'http://127.1',
    'http://[::1]',
    'http://2130706433',
  ]
  for (const name of names) assert.ok(isLoopback(new URL(name).hostname), name)
  for (const name of ['http://localhost.example', 'http://127.0.0.1.example', 'http://10.0.0.1', 'http://[::2]'])
    assert.ok(!isLoopback(new URL(name).hostname), name)
})
