import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainArticle, plainComment } from './plain.ts'
import { collect } from './quotation-blocks.ts'

test('blocks are parted by one blank line, and marks are gone', () => {
  assert.equal(
    plainComment('# A *b*\n\n\n[c](https://d.org) `e*`\n\n- f\n- g\n  - h\n\n> i\n\n---\n```js\nj\n  k\n```\n\n    l'),
    'A b\n\nc e*\n\nf\n\ng\n\nh\n\ni\n\nj\n  k\n\nl',
  )
})

test('characters are those that are shown', () => {
  assert.equal(plainComment('&lt;b&gt; \\*a\\* <i> &amp;amp;'), '<b> *a* <i> &amp;')
  assert.equal(plainComment('![A cat](https://b.org/c.png)'), 'A cat')
})

test('soft breaks are spaces, hard ones are lines', () => {
  assert.equal(plainComment('a\nb\\\nc'), 'a b\nc')
})

test('words that a comment quotes are not its own', () => {
  assert.equal(plainComment(collect('a\n\n> secret\n> — [T](/c/1)\n\nb').words), 'a\n\nb')
})

test('the words of a pull quote and who said them are words of the article', () => {
  assert.equal(plainArticle('## A\n\nb\n\n> c\n> — D, *role*\n\ne'), 'A\n\nb\n\nc\n\nD, role\n\ne')
})

test('numbers that a page shows before items are words of theirs', () => {
  assert.equal(plainComment('3. one\n4. two\n   - a\n   - b\n9. three'), '3. one\n\n4. two\n\na\n\nb\n\n5. three')
  assert.equal(plainComment('1. 2. inner\n1.\n1. last'), '1. 2. inner\n\n3. last')
  assert.equal(plainArticle('2) one\n\n   more\n3) `two`'), '2. one\n\nmore\n\n3. two')
  assert.equal(plainComment('1. '), '')
})
