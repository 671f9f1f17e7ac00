import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { articleHtml } from './article-html.ts'
import { blocksOf, bodyOf } from './blocks.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

test('an article falls into its paragraphs, headings, lists, quotations, tables and notes, each whole', () => {
  const body = `# Ferries

The ferry leaves[^1] at nine,
says *the* harbour.
- at nine
- at ten

  or later

> Quoted,
>
> in two.
>
> — The harbour

| a | b |
|---|---|
| 1 | 2 |

\`\`\`
code

more
\`\`\`

[^1]: Not on Sundays.

[harbour]: https://harbour.example`
  const blocks = blocksOf(body)
  assert.deepEqual(
    blocks.map((block) => block.split('\n')[0]),
    [
      '# Ferries',
      'The ferry leaves[^1] at nine,',
      '- at nine',
      '> Quoted,',
      '| a | b |',
      '```',
      '[^1]: Not on Sundays.',
      '[harbour]: https://harbour.example',
    ],
  )
  assert.deepEqual(blocksOf(bodyOf(blocks)), blocks)
  assert.equal(articleHtml(bodyOf(blocks)), articleHtml(body))
})

test('every document of the project keeps its blocks when they are put together again', () => {
  for (const file of globSync('docs/**/*.md', { cwd: ROOT })) {
    const blocks = blocksOf(readFileSync(path.join(ROOT, file), 'utf8'))
    assert.deepEqual(blocksOf(bodyOf(blocks)), blocks, file)
  }
})
