import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../test/support/chance.ts'
import { notAllowed } from '../../test/support/elements.ts'
import {
  ALLOWED_IN_ARTICLES,
  ALLOWED_IN_COMMENTS,
  ALLOWED_IN_WORDS,
  sanitise,
  sanitisedArticle,
  sanitisedComment,
} from './sanitise.ts'

test('keeps what a comment may hold, and spells b, i and headings its way', () => {
  becomes(
    '<p>a <b>b</b> <i>c</i><br>d</p><ul><li>e</li></ul>',
    '<p>a <strong>b</strong> <em>c</em><br />d</p><ul><li>e</li></ul>',
  )
  becomes('<h1>a</h1><ol start="3" type="i"><li>b</ol>', '<p>a</p><ol start="3"><li>b</li></ol>')
})

test('drops everything else and keeps its words, but not the words of scripts and styles', () => {
  becomes(
    '<div onclick="x()">a<script>b</script><style>c</style><svg><p>d</p></svg><q-slot n="1">e</q-slot></div>',
    'a<p>d</p>e',
  )
  becomes('<p id="c-1" class="x" style="y" onclick="z">a</p>', '<p>a</p>')
  becomes('<img src=x onerror=y><iframe src=z></iframe>', '')
})

test('links from elsewhere say nofollow, and lose an address that they may not lead to', () => {
  becomes('<a href="https://b.org" target="_top" rel="me">a</a>', '<a href="https://b.org" rel="nofollow ugc">a</a>')
  for (const href of ['javascript:b', 'java&#9;script:b', '&#1;javascript:b', '//b.org', 'data:b', '#b', '']) {
    becomes(`<a href="${href}">a</a>`, '<a>a</a>')
  }
})

test('what it made it leaves as it is', () => {
  const part = fc.constantFrom(
    ...[
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<a href="/x">',
      '</a>',
      '<ul>',
      '<li>',
      '<h1>',
      '</h1>',
      '<blockquote>',
      '<pre>',
      '<br>',
    ],
    ...[
      '<svg>',
      '<math>',
      '<style>',
      '<textarea>',
      '<xmp>',
      '<noscript>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<',
      '>',
      '&lt;',
      '&',
    ],
    ...['"', "'", '=', ' ', 'a', '<p id="', '<option>', '<table><td>', '<plaintext>', '<template>', '\0', '\ud800'],
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const once = sanitise(parts.join(''))
      assert.equal(sanitise(once), once)
      assert.deepEqual(notAllowed(once, ALLOWED_IN_WORDS), [])
    }),
    { numRuns: 3_000 },
  )
})

test('however deep elements nest, the HTML comes to rest and keeps its words', () => {
  const html = sanitise(`${'<blockquote><em><p><a href="/x">'.repeat(500)}deep`)
  assert.match(html, /deep/)
  assert.equal(sanitise(html), html)
})

test('the walls behind Markdown let nothing in that Markdown does not make', () => {
  const hostile =
    '<p id="p-1" onclick="a"><a href="javascript:b" rel="opener" id="c">d</a><q-slot n="1x"></q-slot></p><img src="e">'
  assert.equal(sanitisedComment(hostile), '<p><a>d</a><q-slot></q-slot></p>')
  assert.equal(sanitisedArticle(hostile), '<p id="p-1"><a>d</a></p>')
  assert.equal(sanitisedArticle('<figure class="pull x" id="q-1"><h1>a</h1></figure>'), '<figure>a</figure>')
  assert.deepEqual(notAllowed(sanitisedComment(hostile), ALLOWED_IN_COMMENTS), [])
  assert.deepEqual(notAllowed(sanitisedArticle(hostile), ALLOWED_IN_ARTICLES), [])
})

test('a polluted prototype opens no wall', () => {
  const prototype: Record<string, unknown> = Object.prototype as never
  const planted = { onclick: () => true, img: { src: () => true }, allowedTags: false, src: () => true, script: {} }
  try {
    Object.assign(prototype, planted)
    assert.equal(sanitise('<p onclick="a">b<img src="c"><script>d</script></p>'), '<p>b</p>')
  } finally {
    for (const name of Object.keys(planted)) delete prototype[name]
  }
})

function becomes(html: string, sanitised: string): void {
  assert.equal(sanitise(html), sanitised)
}
