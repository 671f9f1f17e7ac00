import assert from 'node:assert/strict'
import { test } from 'node:test'
import { carried, forTerminal, isInkless, showable } from './characters.ts'

test('what no output can carry is replaced, and what ends a line is a space', () => {
  assert.equal(carried('a\u000bb\u000cc\u0085d'), 'a b c d')
  assert.equal(carried('\0\u0008\u001b\u007f\u0090\ufdd0\ufffe\u{1ffff}\ud800'), '\ufffd'.repeat(9))
  for (const text of ['a\tb\nc\r', 'e\u0301', '😀', '\u200d\u202e', 'שָׁלוֹם', '\u{10fffd}'])
    assert.equal(carried(text), text)
})

test('a terminal is told what would command it or turn its lines', () => {
  assert.equal(forTerminal('\u001b]0;x\u0007\u009b31m\u202e\rA'), '<U+001B>]0;x<U+0007><U+009B>31m<U+202E><U+000D>A')
  assert.equal(forTerminal('1\treader\nАда 😀'), '1\treader\nАда 😀')
})

test('what leaves no ink is told whatever its category is', () => {
  for (const text of [
    '',
    ' \u00a0',
    '\u2800',
    '\u3164\uffa0\u115f\u1160',
    '\u200b\ufe0f\u{e0041}',
    '\u{1d159}',
    '\u0007',
  ])
    assert.ok(isInkless(text), JSON.stringify(text))
  for (const text of ['a', '.', '٣', '\u0600', '⠁', '—', '👍']) assert.ok(!isInkless(text), text)
})

test('a letter shows eight marks at most', () => {
  const pile = '\u0301\u0302'.repeat(200)
  assert.equal(showable(`a${pile}b\u0301`), `a${pile.slice(0, 8)}b\u0301`)
  assert.equal(showable(`a${'\u0301\u034f'.repeat(50)}b`), `a${'\u0301\u034f'.repeat(4)}b`)
  assert.equal(showable(`a${'\u0301\u2060'.repeat(50)}b`), `a${'\u0301\u2060'.repeat(8).slice(0, -1)}\u2060b`)
  for (const text of ['שּֽׁ֖', 'ที่', 'क्षि', 'bế', 'سَّ', 'བསྒྲུབས']) assert.equal(showable(text), text)
})

test('of every character it is known whether pages carry it', () => {
  const uncarried = /[[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]--[\t\n\r]]/v
  const wrong: string[] = []
  for (let code = 0; code <= 0x10ffff; code++) {
    const character = String.fromCodePoint(code)
    if ((carried(character) !== character) !== uncarried.test(character)) wrong.push(code.toString(16))
  }
  assert.deepEqual(wrong, [])
})
