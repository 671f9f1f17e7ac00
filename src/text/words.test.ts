import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Trouble } from '../kit/trouble.ts'
import { LONGEST, wordsFrom } from './words.ts'

test('keeps what was typed byte for byte, white space at the ends too', () => {
  for (const typed of ['a', ' a ', '\n\na\t\n', 'e\u0301', 'ﬁ', '👩‍👩‍👧', '\u202Ea', '\u0007 bell', 'а\u00a0b']) {
    assert.equal(wordsFrom(typed), typed)
  }
})

test('ends every line with LF, whatever the browser sends', () => {
  assert.equal(wordsFrom('a\r\nb\rc\n\r\r\nd'), 'a\nb\nc\n\n\nd')
})

test('refuses U+0000 and lone surrogates', () => {
  refused('a\0b', 'words.nul')
  refused('a\ud83d', 'words.surrogate')
  refused('\ude00a', 'words.surrogate')
  assert.equal(wordsFrom('\ud83d\ude00'), '😀')
})

test('refuses words that show nothing', () => {
  for (const typed of ['', ' \n\t\r\n', '\u00a0\u2003', '\u200b\ufeff\u2060', '\u3164', '\u2800', '\u0007'])
    refused(typed, 'words.empty')
})

test('counts characters, not code units, and names the limit', () => {
  assert.equal(wordsFrom('😀'.repeat(LONGEST)), '😀'.repeat(LONGEST))
  refused('😀'.repeat(LONGEST + 1), 'words.too-long', { limit: 8_000, length: 8_001 })
  refused(`${'\r\n'.repeat(LONGEST)}a`, 'words.too-long', { limit: 8_000, length: 8_001 })
  refused('abcd', 'words.too-long', { limit: 3, length: 4 }, 3)
})

function refused(typed: string, key: string, args = {}, longest?: number): void {
  assert.throws(
    () => wordsFrom(typed, longest),
    (error) => {
      assert.ok(error instanceof Trouble)
      assert.deepEqual({ kind: error.kind, key: error.key, args: error.args }, { kind: 'invalid', key, args })
      return true
    },
  )
}
