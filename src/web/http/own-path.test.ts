import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownPath } from './own-path.ts'

const ORIGIN = 'https://review.example'

for (const path of ['/', '/en/tides?after=50', '/c/12#c-12', '/ru/%D0%BF%D1%80%D0%B8%D0%BB%D0%B8%D0%B2']) {
  test(`leads on to ${path}`, () => assert.equal(ownPath(path), path))
}

const ELSEWHERE = [
  undefined,
  '',
  'en/tides',
  'https://evil.example/',
  '//evil.example',
  '//here.invalid/',
  '///evil.example',
  '/\\evil.example',
  '/\\/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/./ /evil.example/../..//evil.example',
  '/..//evil.example',
  '/.//evil.example',
  '/%2e/%2e//\\evil.example',
  'javascript:alert(1)',
  ' //evil.example',
  `/${'a'.repeat(3_000)}`,
]

for (const text of ELSEWHERE) {
  test(`never leads to ${JSON.stringify(text)?.slice(0, 40)}`, () => {
    const path = ownPath(text)
    assert.equal(path && new URL(path, ORIGIN).origin, path && ORIGIN)
    assert.ok(path === undefined || /^\/(?![/\\])/.test(path), `${path}`)
  })
}
