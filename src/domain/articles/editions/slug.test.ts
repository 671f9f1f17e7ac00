import assert from 'node:assert/strict'
import test from 'node:test'
import { RESERVED, slugFor, slugFrom } from './slug.ts'

test('a slug is small letters of any script and digits, joined by single hyphens', () => {
  for (const slug of [
    'the-small-ferry',
    'маленький-паром',
    'العبّارة-الصغيرة',
    '小さな-渡し船',
    '1994',
    'straße-3',
    'हिन्दी',
  ]) {
    assert.equal(slugFrom(slug), slug)
  }
})

test('whatever would be another address, or two addresses for one, is no slug', () => {
  const wrong = [
    '',
    'Ferry',
    'a b',
    '-a',
    'a-',
    'a--b',
    'a/b',
    '..',
    'a.b',
    'a?b',
    'a#b',
    'a%20b',
    'a\u0000b',
    'e\u0301t\u00e9',
    'x'.repeat(121),
  ]
  for (const slug of wrong) assert.equal(slugFrom(slug), undefined, JSON.stringify(slug))
})

test('words of our own addresses are no slugs', () => {
  for (const slug of [
    'section',
    'feed',
    'sign-in',
    'sign-up',
    'sign-out',
    'account',
    'rules',
    'search',
    'c',
    'a',
    'comment',
  ]) {
    assert.ok(RESERVED.has(slug), slug)
    assert.equal(slugFrom(slug), undefined, slug)
  }
})

test('a title makes an address in its own script', () => {
  assert.equal(slugFor('Who said “bank”, and why? (2026)'), 'who-said-bank-and-why-2026')
  assert.equal(slugFor('Маленький паром: 48 000'), 'маленький-паром-48-000')
  assert.equal(slugFor('ﬁne Ｗｏｒｄｓ'), 'fine-words')
  assert.equal(slugFor('İstanbul'), slugFrom(slugFor('İstanbul')))
})

test('every title makes one', () => {
  for (const title of ['Search', '…', '', '!?', 'x'.repeat(500), 'word '.repeat(100), '👩‍🚀', 'a\u0301'.repeat(80)]) {
    assert.equal(slugFrom(slugFor(title)), slugFor(title), JSON.stringify(title))
  }
})
