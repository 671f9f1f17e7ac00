import assert from 'node:assert/strict'
import { test } from 'node:test'
import { collect } from '../../src/text/quotation-blocks.ts'
import { fc } from '../../test/support/chance.ts'
import { quotationBlock, withBlock } from './quotation-block.ts'

const quoted = { words: 'exact words', attribution: 'Tern, 1.2', path: '/c/12' }
const block = '> exact words\n> — [Tern, 1.2](/c/12)'

test('a block has the one form that the server takes for a quotation', () => {
  assert.equal(quotationBlock(quoted), block)
  assert.deepEqual(collect(quotationBlock(quoted)).blocks, [
    { slot: 1, words: 'exact words', attribution: 'Tern, 1.2', of: { comment: 12 } },
  ])
})

test('brackets and line breaks in a name or title do not break the form', () => {
  const { blocks } = collect(quotationBlock({ ...quoted, attribution: '[A](b)\n c, 1' }))
  assert.equal(blocks[0]?.attribution, 'Ab c, 1')
})

test('a block stands on lines of its own, wherever the caret is', () => {
  assert.deepEqual(withBlock('', 0, block), { text: `${block}\n\n`, caret: block.length + 2 })
  assert.equal(withBlock('Before after', 7, block).text, `Before\n\n${block}\n\nafter`)
  assert.equal(withBlock('Before.\n\nAfter.', 7, block).text, `Before.\n\n${block}\n\nAfter.`)
  assert.equal(withBlock('Before.\n', 8, block).text, `Before.\n\n${block}\n\n`)
})

test('a block is never put into another quotation', () => {
  const other = '> other words\n> — [Aru, 2](/c/7)'
  for (const caret of [0, 5, 20, other.length]) {
    assert.equal(withBlock(`${other}\n\nMine.`, caret, block).text, `${other}\n\n${block}\n\nMine.`)
  }
})

test('the server finds the block and the quotations that were there before', () => {
  const line = fc.constantFrom('Mine.', '', '> other words\n> — [Aru, 2](/c/7)\n', '- a list', 'two  words')
  const words = fc.array(fc.stringMatching(/^[\w*`>#[\]().! -]{1,12}$/), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), fc.nat(), words, (lines, place, said) => {
      fc.pre(said.join('').trim() !== '')
      const text = lines.join('\n')
      const before = collect(text).blocks.map(({ words }) => words)
      const made = quotationBlock({ ...quoted, words: said.join('\n') })
      const after = withBlock(text, text === '' ? 0 : place % (text.length + 1), made)
      const found = collect(after.text).blocks.map(({ words }) => words)
      assert.deepEqual(found.toSorted(), [...before, said.join('\n')].toSorted(), JSON.stringify(after.text))
    }),
    { numRuns: 500 },
  )
})
