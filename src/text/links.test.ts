import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayLeadTo } from './links.ts'

test('links lead to web pages, mail addresses and paths of the publication', () => {
  for (const url of ['https://a.org', 'HTTP://a.org/?q#h', 'mailto:a@b.org', '/', '/c/123', '/en/slug?after=50#c-7']) {
    assert.ok(mayLeadTo(url), url)
  }
})

test('links lead nowhere else', () => {
  for (const url of [
    '',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    'data:image/png;base64,AA',
    'blob:https://a.org/x',
    'file:///etc/passwd',
    'ftp://a.org',
    'tel:1',
    '//a.org',
    '/\\a.org',
    '/\t/a.org',
    '\\\\a.org',
    'http:a',
    'http:///a.org',
    'https:\\\\a.org',
    'page',
    '../page',
    '#part',
    '?a=b',
  ]) {
    assert.ok(!mayLeadTo(url), url)
  }
})
