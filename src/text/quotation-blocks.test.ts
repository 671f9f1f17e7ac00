import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../test/support/chance.ts'
import { HOSTILE_LISTS, hostileComment, hostileWords } from '../../test/support/hostile-words.ts'
import { reading } from '../../test/support/shared.ts'
import { languageFrom } from '../kit/language.ts'
import { collect, expand, quotationBlock } from './quotation-blocks.ts'

test('takes a quotation of a comment out of the words and leaves a marker', () => {
  assert.deepEqual(collect('Before\n\n> one\n> two\n> — [Tern, 1.2](/c/123)\n\nAfter'), {
    words: 'Before\n\n[[quotation:1]]\n\nAfter',
    blocks: [{ slot: 1, words: 'one\ntwo', attribution: 'Tern, 1.2', of: { comment: 123 } }],
  })
})

test('takes a quotation of an edition, and numbers several as they come', () => {
  const { words, blocks } = collect('> a\n> — [Заголовок](/ru/zagolovok)\n\n> b\n> — [x](/c/1)\n')
  assert.equal(words, '[[quotation:1]]\n\n[[quotation:2]]\n')
  assert.deepEqual(
    blocks.map(({ slot, of }) => ({ slot, of })),
    [
      { slot: 1, of: { language: 'ru', slug: 'zagolovok' } },
      { slot: 2, of: { comment: 1 } },
    ],
  )
})

test('takes the very words: blank lines, marks, brackets in a name', () => {
  const words = '\n  *a* > b\n\n— [x](/c/9)\n[[quotation:1]]'
  const of = { language: languageFrom('en')!, slug: 'a-slug' }
  const block = { words, attribution: 'Name [admin](/c/5), 1', of }
  const collected = collect(quotationBlock(block))
  assert.deepEqual(collected, { words: '[[quotation:1]]', blocks: [{ slot: 1, ...block }] })
})

test('leaves a blockquote that is not canonical as it is', () => {
  for (const typed of [
    '> a',
    '> — [Tern](/c/1)',
    '> a\n> — Tern',
    '> a\n> - [Tern](/c/1)',
    '>a\n> — [Tern](/c/1)',
    '> a\n>\n> — [Tern](/c/1)',
    '> a\n> — [Tern](/c/1) ',
    '> a\n> — [](/c/1)',
    '> \n> — [Tern](/c/1)',
    '> a\n> — [Tern](/c/01)',
    '> a\n> — [Tern](/c/99999999999999999)',
    '> a\n> — [Tern](/c/1/2)',
    '> a\n> — [Tern](/EN/slug)',
    '> a\n> — [Tern](/en/)',
    '> a\n> — [Tern](//c/1)',
    '> a\n> — [Tern](https://a.org/c/1)',
    ' > a\n > — [Tern](/c/1)',
    '> a\n> — [Tern](/c/1)\nlazy',
    '> a\n> — [Tern](/c/1)\n# heading',
    '- > a\n  > — [Tern](/c/1)',
    '> > a\n> > — [Tern](/c/1)',
  ]) {
    assert.deepEqual(collect(typed), { words: typed, blocks: [] }, typed)
  }
})

test('takes nothing out of code, fenced or indented', () => {
  const quotation = '> a\n> — [Tern](/c/1)\n'
  for (const typed of [
    `\`\`\`\n${quotation}\n\`\`\`\n`,
    `~~~ text\n\n${quotation}\n`,
    `- item\n\n  \`\`\`\n  > a\n  > — [Tern](/c/1)\n\n  \`\`\`\n`,
    '    > a\n    > — [Tern](/c/1)\n',
  ]) {
    assert.deepEqual(collect(typed).blocks, [], typed)
  }
  assert.equal(
    collect(`- \`\`\`\n${quotation}`).blocks.length,
    1,
    'the list and its code end where the quotation begins',
  )
})

test('a typed line that looks like a marker never becomes one', () => {
  const typed = '[[quotation:1]]\n\\[[quotation:2]]\n [[quotation:3]]\n\n> a\n> — [Tern](/c/1)\n\n[[quotation:1]] '
  const { words, blocks } = collect(typed)
  assert.equal(words, '\\[[quotation:1]]\n\\\\[[quotation:2]]\n [[quotation:3]]\n\n[[quotation:1]]\n\n[[quotation:1]] ')
  assert.equal(expand(words, blocks), typed)
})

test('whatever is typed comes back byte for byte', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '',
      ' ',
      '> a',
      '> ',
      '>',
      '> — [T](/c/1)',
      '> — [T](/en/s)',
      '> — [T](/c/x)',
      '```',
      '- a',
      '    ',
    ),
    fc.constantFrom('[[quotation:1]]', '\\[[quotation:1]]', '\\\\[[quotation:07]]', '> [[quotation:1]]', '\r', '# a'),
    fc.constant('> a\n> — [T, 1.2](/c/12)\n'),
  )
  const typed = fc.array(line, { maxLength: 20 }).map((lines) => lines.join('\n'))
  let taken = 0
  fc.assert(
    fc.property(typed, (words) => {
      taken += comesBack(words)
    }),
    { numRuns: 2_000 },
  )
  assert.ok(taken > 1_000, `only ${taken} quotations were taken out on the way`)
})

test('any quotation in its canonical form is taken whole', () => {
  const of = fc.oneof(
    fc.integer({ min: 1 }).map((comment) => ({ comment })),
    fc.stringMatching(/^[a-zа-я-]+$/u).map((slug) => ({ language: languageFrom('pt-BR')!, slug })),
  )
  const inline = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\n'))
  const line = fc.oneof(inline, fc.constantFrom('', '```', '# a', '- a', '    a', '> a', '> — [T](/c/1)'))
  const words = fc.array(line, { minLength: 1 }).map((lines) => lines.join('\n'))
  const block = fc
    .record({ words, attribution: inline, of }, { noNullPrototype: true })
    .filter((given) => given.words.trim() !== '' && given.attribution !== '')
  fc.assert(
    fc.property(block, fc.constantFrom('', '\n', '\n\nMore'), (given, after) => {
      const { blocks } = collect(quotationBlock(given) + after)
      assert.deepEqual(blocks, [{ slot: 1, ...given }])
    }),
  )
})

test('all hostile words come back byte for byte', reading(...Object.values(HOSTILE_LISTS)), () => {
  for (const payload of hostileWords()) {
    comesBack(payload)
    comesBack(hostileComment(payload))
  }
})

function comesBack(typed: string): number {
  const { words, blocks } = collect(typed)
  assert.equal(expand(words, blocks), typed)
  return blocks.length
}
