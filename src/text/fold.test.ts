import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stands, standsLoosely } from './fold.ts'

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
  assert.ok(standsLoosely('THE «CALIPHATE»', 'ideas of the “caliphate” in'))
  assert.ok(standsLoosely('don’t `worry´', "Don't 'worry'"))
  assert.ok(standsLoosely('„große STRASSE“', 'eine "GROSSE straße" in'))
  assert.ok(standsLoosely('ὈΔΥΣΣΕΎΣ', 'ὀδυσσεύς'))
  assert.ok(standsLoosely('「言葉」', 'この"言葉"は'))
})

test('loosely, other words are still other words', () => {
  assert.ok(!standsLoosely('Do not worry, Dad', 'Don’t worry, Dad'))
  assert.ok(!standsLoosely('five', 'fi ve'))
})

test('no words stand nowhere', () => {
  assert.ok(!stands(' \n', 'text'))
  assert.ok(!standsLoosely('', 'text'))
})
