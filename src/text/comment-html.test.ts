import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../test/support/chance.ts'
import { elementsOf } from '../../test/support/elements.ts'
import { commentHtml } from './comment-html.ts'
import { DEEPEST } from './markdown.ts'
import { collect } from './quotation-blocks.ts'
import { DEEPEST_ELEMENT } from './sanitise.ts'

test('makes paragraphs, emphasis, lists, quotes, code and hard breaks', () => {
  renders('One *two* **three** `four`', '<p>One <em>two</em> <strong>three</strong> <code>four</code></p>')
  renders('- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>')
  renders('3. a', '<ol start="3">\n<li>a</li>\n</ol>')
  renders('> a', '<blockquote>\n<p>a</p>\n</blockquote>')
  renders('```js\n<b>\n```', '<pre><code>&lt;b&gt;\n</code></pre>')
  renders('a\\\nb  \nc\nd', '<p>a<br />\nb<br />\nc\nd</p>')
})

test('leaves HTML as the text that was typed', () => {
  renders('<b onclick="x()">a</b> &lt;i&gt;', '<p>&lt;b onclick="x()"&gt;a&lt;/b&gt; &lt;i&gt;</p>')
  renders('<script>\nalert(1)\n</script>', '<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;</p>')
})

test('links say nofollow and ugc, and lead to http, https, mailto or a path of the publication', () => {
  const rel = 'rel="nofollow ugc"'
  renders('[a](https://b.org "c")', `<p><a href="https://b.org" title="c" ${rel}>a</a></p>`)
  renders(
    '<mailto:a@b.org> [here](/c/1)',
    `<p><a href="mailto:a@b.org" ${rel}>mailto:a@b.org</a> <a href="/c/1" ${rel}>here</a></p>`,
  )
  renders('[a](JaVascript:b)', '<p>[a](JaVascript:b)</p>')
  renders('[a](&#106;avascript:b) [a](data:b)', '<p>[a](javascript:b) [a](data:b)</p>')
  renders('[a](//b.org) [a](page)', '<p>[a](//b.org) [a](page)</p>')
  renders('[a]: vbscript:b\n\n[a]', '<p>[a]: vbscript:b</p>\n<p>[a]</p>')
})

test('a bare web address becomes a link, anything less does not', () => {
  renders('see https://a.org/b.', '<p>see <a href="https://a.org/b" rel="nofollow ugc">https://a.org/b</a>.</p>')
  renders('www.a.org a.org a@b.org ftp://a.org //a.org', '<p>www.a.org a.org a@b.org ftp://a.org //a.org</p>')
})

test('a picture becomes a link with its description, or with its address', () => {
  renders('![a *b*](https://c.org/d.png)', '<p><a href="https://c.org/d.png" rel="nofollow ugc">a b</a></p>')
  renders('![](/d.png "e")', '<p><a href="/d.png" title="e" rel="nofollow ugc">/d.png</a></p>')
  renders('[![a](/b.png)](/c)', '<p><a href="/c" rel="nofollow ugc">a</a></p>')
  renders('![a](data:image/png;base64,AA)', '<p>![a](data:image/png;base64,AA)</p>')
})

test('a heading is no bigger than a paragraph', () => {
  renders('# One *two*\n\nThree\n---', '<p><strong>One <em>two</em></strong></p>\n<p><strong>Three</strong></p>')
  renders('#', '<p></p>')
})

test('each quotation leaves its slot, between whatever stands around it', () => {
  const { words } = collect('Before\n> a\n> — [T](/c/1)\n\n- b\n\n> c\n> — [T](/c/2)\n')
  renders(words, '<p>Before</p>\n<q-slot n="1"></q-slot>\n<ul>\n<li>b</li>\n</ul>\n<q-slot n="2"></q-slot>')
})

test('what is typed like a marker or a slot stays text', () => {
  const shown = (typed: string) => commentHtml(collect(typed).words).trim()
  assert.equal(shown('[[quotation:1]]'), '<p>[[quotation:1]]</p>')
  assert.equal(shown('\\[[quotation:1]]'), '<p>[[quotation:1]]</p>', 'a backslash escapes a bracket in Markdown')
  assert.equal(shown('```\n[[quotation:1]]\n```'), '<pre><code>[[quotation:1]]\n</code></pre>')
  assert.equal(shown('<q-slot n="1"></q-slot>'), '<p>&lt;q-slot n="1"&gt;&lt;/q-slot&gt;</p>')
})

test('quotes and lists that nest too deep end in one plain paragraph, and no word is lost', () => {
  for (const mark of ['> ', '- ', '1. ', '> - ']) {
    const html = commentHtml(`${mark.repeat(500)}deep\nsecond *line*`)
    assert.match(html, /deep/)
    assert.match(html, /second <em>line<\/em>/)
    assert.ok(deepest(html) <= DEEPEST + 2, mark)
  }
})

test('emphasis nests no deeper than a browser draws', () => {
  const html = commentHtml(`${'*a **b '.repeat(500)}end${'** *'.repeat(500)}`)
  assert.match(html, /end/)
  assert.ok(deepest(html) <= DEEPEST_ELEMENT)
})

test('every word typed is shown, whatever stands around it', () => {
  const mark = fc.constantFrom(
    '> ',
    '- ',
    '* ',
    '#',
    '` ',
    '```\n',
    '\n',
    '\n\n',
    '    ',
    '[',
    '](',
    '*',
    '_',
    '<',
    '!',
    '\\',
  )
  const words = fc.array(fc.oneof(mark, fc.constant('word ')), { maxLength: 60 }).map((parts) => parts.join(''))
  const count = (text: string) => text.split('word').length
  fc.assert(fc.property(words, (typed) => assert.equal(count(commentHtml(typed)), count(typed))))
})

function renders(words: string, html: string): void {
  assert.equal(commentHtml(words).trim(), html)
}

function deepest(html: string): number {
  return Math.max(...elementsOf(html).map(({ depth }) => depth))
}
