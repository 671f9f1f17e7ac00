import assert from 'node:assert/strict'
import { test } from 'node:test'
import { articleHtml } from './article-html.ts'
import { remarksOn } from './article-remarks.ts'
import { markedPassages } from './marked-passages.ts'
import { plainArticle } from './plain.ts'

test('a marked passage leads to its note, and is numbered in the order in which it is read', () => {
  const html = articleHtml(
    'They say [the bridge is *closed*]{claim bridge}, and [it is not]{claim 2}. [It is]{claim bridge}.',
  )
  assert.equal(
    html,
    '<p id="p-1">They say <span class="claimed" id="m-1">the bridge is <em>closed</em></span><sup class="note source"><a href="#s-1" role="doc-noteref">1</a></sup>, and <span class="claimed" id="m-2">it is not</span><sup class="note source"><a href="#s-2" role="doc-noteref">2</a></sup>. <span class="claimed" id="m-1-2">It is</span><sup class="note source"><a href="#s-1" role="doc-noteref">1</a></sup>.</p>\n',
  )
})

test('marks nest, stand in lists, tables, quotations and notes, and leave the plain words as they are', () => {
  const body = [
    'He said [that [“we close it”]{quote mayor} on Sunday]{claim closing}.[^1]',
    '- [one]{claim one}',
    '> [Never.]{quote never}\n> — A. Speaker',
    '| a |\n| - |\n| [cell]{claim cell} |',
    '[^1]: [In a note]{claim noted}.',
  ].join('\n\n')
  const { plain, passages } = markedPassages(body)
  assert.equal(plain, plainArticle(body))
  assert.equal(
    plain,
    plainArticle(
      body.replace(/\[([^\][^]*)\]\{[a-z]+ [a-z]+\}/g, '$1').replace(/\[(that .*?)\]\{claim closing\}/, '$1'),
    ),
  )
  assert.deepEqual(
    passages.map(({ kind, key, selector }) => [kind, key, selector.exact]),
    [
      ['claim', 'closing', 'that “we close it” on Sunday'],
      ['quote', 'mayor', '“we close it”'],
      ['claim', 'one', 'one'],
      ['quote', 'never', 'Never.'],
      ['claim', 'cell', 'cell'],
      ['claim', 'noted', 'In a note'],
    ],
  )
  for (const { start, selector } of passages) assert.ok(plain.startsWith(selector.exact, start), selector.exact)
  const html = articleHtml(body)
  for (let number = 1; number <= 6; number++) assert.ok(html.includes(`id="m-${number}"`), `${number} in ${html}`)
})

test('what is no mark stays as it was typed, and what seems to be meant as one is told with its line', () => {
  for (const typed of [
    '[ words]{claim 1}',
    '[]{claim 1}',
    '[words]{claim }',
    '[words]{Claim 1}',
    '[words] {claim 1}',
    '`[words]{claim 1}`',
    '\\[words]{claim 1}',
    '[words]{fact 1}',
  ])
    assert.deepEqual(markedPassages(typed).passages, [], typed)
  assert.match(
    articleHtml('[words](https://example.org){claim 1}'),
    /<a href="https:\/\/example\.org">words<\/a>\{claim 1\}/,
  )
  assert.deepEqual(
    remarksOn('Well.\n\n[words] {claim 1} and {quote x}', () => undefined),
    [
      { line: 3, about: 'mark-alone', name: 'claim 1' },
      { line: 3, about: 'mark-alone', name: 'quote x' },
    ],
  )
})
