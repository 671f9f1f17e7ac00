import assert from 'node:assert/strict'
import { test } from 'node:test'
import { workOf } from '../../test/support/work.ts'
import { LONGEST } from './words.ts'

const { commentHtml } = await import('./comment-html.ts')
const { plainComment } = await import('./plain.ts')
const { collect } = await import('./quotation-blocks.ts')
const { sanitise } = await import('./sanitise.ts')

const COUNTED = /\/src\/text\/|markdown-it|linkify-it|mdurl|sanitize-html|htmlparser2|entities/

/** Twice the words may take twice the work; the tenth above is for what is done once, or kept from the run before. */
const LINEAR = 2.2

const MARKDOWN = [
  '[',
  '![',
  '[a](',
  '![a](b',
  '[a](<b',
  '[a](b "',
  '[a][',
  '[]()',
  '](',
  '[a]: b\n',
  '[![',
  '*a ',
  '*a **b ',
  '_a __b ',
  'a**b',
  '**a *',
  '_*',
  '*_`[',
  '`',
  '``` `',
  '```\n',
  '~~~\n>',
  '> ',
  '> - ',
  '>\n',
  '- ',
  '* - ',
  ' - a\n',
  '- a\n',
  '1. ',
  '1. a\n  ',
  '# ',
  '#\n',
  'a\n===\n',
  '---\n',
  'a\n',
  '    a\n',
  ' ',
  ' \n',
  '\t',
  '\\',
  '\\\n',
  '\\[',
  '&',
  '&amp;',
  '&#x0',
  '<',
  '<a',
  '<!--',
  '<![CDATA[',
  '"',
  "'",
  '://',
  'http://',
  'http://a(',
  'http://a[',
  '(http://a)',
  'a@b.c ',
  '> a\n> — [T](/c/1)\n\n',
  '[[quotation:1]]\n',
  '\\[[quotation:1]]\n',
]

const HTML = [
  '<p>',
  '<em>',
  '<b>',
  '<div>',
  '<a href=x>',
  '<a href="http://a.b">',
  '</p>',
  '<',
  '<!',
  '<!--',
  '<p',
  '<p a=',
  '<p a="',
  '<ul><li>',
  '<blockquote><p>',
  '<script>',
  '<textarea>',
  '<xmp>',
  '<svg><p>',
  '&',
  '&lt',
  '&#',
  '<h1><p>',
]

test('the work for a comment grows no faster than its words', () => {
  growsEvenly(MARKDOWN, (words) => {
    const { words: stored } = collect(words)
    commentHtml(stored)
    plainComment(stored)
  })
})

test('the work for HTML from elsewhere grows no faster than the HTML', () => {
  growsEvenly(HTML, sanitise)
})

test('work that grows with the square is noticed', () => {
  const pairs = (words: string) => {
    let count = 0
    for (const one of words) for (const other of words) if (one === other) count++
    return count
  }
  assert.throws(() => growsEvenly(['a'], pairs, /linear\.test/), /"a": \d+, then \d+/)
})

/** Whole seeds, so that both ends are read alike. */
function growsEvenly(seeds: string[], task: (words: string) => unknown, counted = COUNTED): void {
  const work = (seed: string, length: number) => {
    const words = seed.repeat(Math.floor(length / seed.length))
    return workOf(counted, () => task(words))
  }
  for (const seed of seeds) {
    work(seed, LONGEST / 4)
    const [half, whole] = [work(seed, LONGEST / 2), work(seed, LONGEST)]
    assert.ok(half > 0 && whole / half <= LINEAR, `${JSON.stringify(seed)}: ${half}, then ${whole}`)
  }
}
