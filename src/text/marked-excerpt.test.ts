import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../test/support/chance.ts'
import { markedExcerpt, type Piece } from './marked-excerpt.ts'
import { spansOf } from './spans.ts'
import { wantedIn } from './tokens.ts'

function excerptOf(text: string, typed: string, length: number): string {
  const pieces = markedExcerpt(text, spansOf(text, null, wantedIn(typed)) ?? [], length)
  return pieces.map(({ words, found }) => (found ? `[${words}]` : words)).join('')
}

test('every form of the words is marked, in one line', () => {
  assert.equal(excerptOf('The ferry\n\nand other  ferries.', 'Ferries', 80), 'The [ferry] and other [ferries].')
  assert.equal(excerptOf('昨天我们坐渡轮去', '坐渡轮', 80), '昨天我们[坐渡轮]去')
  assert.equal(excerptOf('Nothing was looked for', '…', 80), 'Nothing was looked for')
})

test('of a long text stands the part where most of the words are', () => {
  const text = `ferry ${'word '.repeat(100)}the ferry and the ferries ${'word '.repeat(100)}`
  assert.equal(excerptOf(text, 'ferry', 60), '…word word the [ferry] and the [ferries] word word word word…')
})

test('an excerpt is never much longer than was asked, however long the marks, and cuts no grapheme', () => {
  assert.ok(excerptOf('渡轮'.repeat(4_000), '渡轮 轮渡', 60).length <= 70)
  const family = '👨‍👩‍👧‍👦'
  const cut = excerptOf(`${family.repeat(40)}ferry${family.repeat(40)}`, 'ferry', 50)
  assert.match(cut, new RegExp(`^…(${family})+\\[ferry\\](${family})+…$`))
})

test('whatever the text, the pieces are of it, in order, and bounded', () => {
  const words = fc.array(
    fc.constantFrom('ferry', 'ferries', 'a', '渡轮', 'e\u0301', '👨‍👩‍👧', ' ', '\n', '…', 'Häuser'),
    { maxLength: 200 },
  )
  fc.assert(
    fc.property(words, fc.integer({ min: 20, max: 300 }), (parts, length) => {
      const text = parts.join('')
      const pieces: Piece[] = markedExcerpt(text, spansOf(text, null, wantedIn('ferry 渡轮')) ?? [], length)
      const said = pieces.map(({ words }) => words).join('')
      const inOneLine = text.replace(/\s+/g, ' ')
      assert.ok(said.length <= length + 2, `${said.length} of ${length}`)
      assert.ok(inOneLine.includes(said.replace(/^…|…$/g, '').trim()) || inOneLine.includes(said.trim()))
      assert.ok(said.isWellFormed())
    }),
  )
})
