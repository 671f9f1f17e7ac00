import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foldedLoosely, stands } from './fold.ts'

test('exact words stand whatever the white space between them', () => {
  assert.ok(stands('as  civilians\n\nsuffer ', 'lost support,\tas civilians suffer from it'))
  assert.ok(stands('10 000', 'it cost 10\u00a0000 roubles'))
})

test('exact words differ by case, quotation marks, or a letter', () => {
  assert.ok(!stands('As civilians', 'as civilians suffer'))
  assert.ok(!stands('“caliphate”', 'the "caliphate"'))
  assert.ok(!stands('civilian suffer', 'civilians suffer'))
})

test('loosely, letter case and kinds of quotation marks do not matter', () => {
  assert.ok(sameLoosely('THE «CALIPHATE»', 'the “caliphate”'))
  assert.ok(sameLoosely('don’t `worry´', "Don't 'worry'"))
  assert.ok(sameLoosely('„große STRASSE“', '"GROSSE straße"'))
  assert.ok(sameLoosely('ὈΔΥΣΣΕΎΣ', 'ὀδυσσεύς'))
  assert.ok(sameLoosely('「言葉」', '"言葉"'))
})

test('loosely, other words are still other words', () => {
  assert.notEqual(foldedLoosely('Do not worry, Dad'), foldedLoosely('Don’t worry, Dad'))
  assert.notEqual(foldedLoosely('five'), foldedLoosely('fi ve'))
})

test('no words stand nowhere', () => {
  assert.ok(!stands(' \n', 'text'))
})

function sameLoosely(some: string, others: string): boolean {
  return foldedLoosely(some) === foldedLoosely(others)
}

test('words of a list stand with the numbers of its items and without', () => {
  const text = 'before\n\n3. one thing\n\n4. another\n\n1. 2. inner'
  for (const words of ['3. one thing', 'one thing', 'one thing another', '3. one thing\n\n4. another', 'another inner'])
    assert.ok(stands(words, text), words)
  assert.ok(!stands('4. one thing', text))
})
