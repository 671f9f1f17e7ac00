import assert from 'node:assert/strict'
import { test } from 'node:test'
import { articleHtml } from './article-html.ts'
import { plainArticle } from './plain.ts'

test('each top-level block bears its number, so that a passage can be linked to', () => {
  renders(
    'One\n\n- two\n\n> three\n\n```\nfour\n```\n\n    five\n\n---\n\n2. six',
    '<p id="p-1">One</p>\n<ul id="p-2">\n<li>two</li>\n</ul>\n<blockquote id="p-3">\n<p>three</p>\n</blockquote>\n' +
      '<pre id="p-4"><code>four\n</code></pre>\n<pre id="p-5"><code>five\n</code></pre>\n<hr id="p-6" />\n' +
      '<ol start="2" id="p-7">\n<li>six</li>\n</ol>',
  )
})

test('headings go from h2 to h4, below the title of the page', () => {
  renders(
    '# a\n## b\n### c\n##### d',
    '<h2 id="p-1">a</h2>\n<h2 id="p-2">b</h2>\n<h3 id="p-3">c</h3>\n<h4 id="p-4">d</h4>',
  )
})

test('links are the publication’s own word: search engines may follow them', () => {
  renders('[a](https://b.org)', '<p id="p-1"><a href="https://b.org">a</a></p>')
  renders('[a](javascript:b)', '<p id="p-1">[a](javascript:b)</p>')
})

test('HTML stays text', () => {
  renders('<figure id="p-9">a</figure>', '<p id="p-1">&lt;figure id="p-9"&gt;a&lt;/figure&gt;</p>')
})

test('a blockquote whose last line names a speaker is a pull quote', () => {
  const pulled = (words: string, caption: string) =>
    `<figure class="pull" id="p-1">\n<blockquote>\n${words}\n</blockquote>\n<figcaption>${caption}</figcaption>\n</figure>`
  renders('> a\n> b\n> — C. D., *editor*', pulled('<p>a\nb</p>', 'C. D., <em>editor</em>'))
  renders('> a\\\n> — [C](/en/d)', pulled('<p>a</p>', '<a href="/en/d">C</a>'))
  renders('> a\n>\n> b\n>\n> — C', pulled('<p>a</p>\n<p>b</p>', 'C'))
  renders('> - a\n>\n> — C', pulled('<ul>\n<li>a</li>\n</ul>', 'C'))
})

test('other blockquotes are no pull quotes', () => {
  for (const body of [
    '> a\n> – B',
    '> — B',
    '> — A\n> b',
    '> a —\n> b',
    '> a\n> **— B**',
    '> a\n> > — B',
    '> - a\n> - — B',
  ]) {
    assert.match(articleHtml(body), /^<blockquote id="p-1">/, body)
  }
})

test('what follows a pull quote is numbered on', () => {
  assert.match(
    articleHtml('a\n\n> b\n> — C\n\nd\n\n> e\n\nf'),
    /<p id="p-3">d<\/p>\n<blockquote id="p-4">.*<p id="p-5">f/s,
  )
})

test('a table stands in a frame of its own and tells where its columns are set', () => {
  renders(
    '| a | b | c |\n| - | :-: | -: |\n| 1 | *2* | |\n\nd',
    '<div class="table" id="p-1" tabindex="0">\n<table>\n<thead>\n<tr>\n<th>a</th>\n<th class="middle">b</th>\n<th class="end">c</th>\n</tr>\n</thead>\n' +
      '<tbody>\n<tr>\n<td>1</td>\n<td class="middle"><em>2</em></td>\n<td class="end"></td>\n</tr>\n</tbody>\n</table>\n</div>\n<p id="p-2">d</p>',
  )
})

test('a source that is cited twice is one note, which leads back to both places', () => {
  const html = articleHtml('a[^s] b[^s] c[^t]\n\n[^s]: S, *3 May*\n\n[^t]: T')
  assert.deepEqual(
    [...html.matchAll(/<li id="(n-\d)">/g)].map(([, id]) => id),
    ['n-1', 'n-2'],
  )
  assert.deepEqual(
    [...html.matchAll(/href="(#[^"]+)"/g)].map(([, to]) => to),
    ['#n-1', '#n-1', '#n-2', '#r-1', '#r-1-2', '#r-2'],
  )
  for (const id of ['r-1', 'r-1-2', 'r-2']) assert.match(html, new RegExp(`id="${id}"`))
  assert.match(html, /<p>S, <em>3 May<\/em> /)
})

test('links to notes are made by notes alone', () => {
  renders('[a](#n-1)', '<p id="p-1">[a](#n-1)</p>')
})

const BOAT = {
  src: '/media/b-960.jpg',
  srcset: '/media/b-480.webp 480w, /media/b-960.webp 960w',
  avif: '/media/b-480.avif 480w, /media/b-960.avif 960w',
  width: 960,
  height: 640,
  credit: 'Photo: <Ann>',
}
const withBoat = (body: string) => articleHtml(body, (name) => (name === 'a boat.jpg' ? BOAT : undefined))

test('a picture of the article that is a paragraph of its own is a figure with its caption', () => {
  const html = withBoat('one\n\n![A *boat*](a%20boat.jpg "It leaves. <At nine>")\n\ntwo')
  assert.match(
    html,
    /<figure class="picture" id="p-2">\n<picture><source type="image\/avif" srcset="\/media\/b-480\.avif 480w, [^"]+ 960w" sizes="[^"]+" \/><source type="image\/webp" srcset="\/media\/b-480\.webp 480w, [^"]+" sizes="[^"]+" \/><img src="\/media\/b-960\.jpg" width="960" height="640" alt="A boat" loading="lazy"/,
  )
  assert.match(
    html,
    /<figcaption>It leaves\. &lt;At nine&gt; <span class="credit">Photo: &lt;Ann&gt;<\/span><\/figcaption>\n<\/figure>\n<p id="p-3">two/,
  )
})

test('a picture that is a link and a paragraph of its own is the still of a video, which leads to where that is', () => {
  const body = '[![A *boat*](a%20boat.jpg "It leaves")](https://video.example/watch?v=1)'
  const html = withBoat(body)
  assert.match(html, /<figure class="picture video" id="p-1">\n<a href="https:\/\/video\.example\/watch\?v=1"/)
  assert.match(html, /alt="A boat"[^>]*><\/picture> <span class="play">video\.example<\/span><\/a>/)
  assert.equal(
    plainArticle(body, (name) => (name === 'a boat.jpg' ? BOAT : undefined)),
    'It leaves',
  )
  for (const other of ['[![b](a%20boat.jpg) and](https://video.example)', '[![b](a%20boat.jpg)](mailto:a@b.example)'])
    assert.doesNotMatch(withBoat(other), /<img|<figure/, other)
})

test('a picture elsewhere in the text, one that is not there, and a link to a name stand as they were typed', () => {
  for (const body of ['a ![b](a%20boat.jpg)', '![b](none.jpg)', '> ![b](a%20boat.jpg)', '- ![b](a%20boat.jpg)']) {
    assert.match(withBoat(body), /!\[b\]\((?:a boat|none)\.jpg\)/, body)
    assert.doesNotMatch(withBoat(body), /<img|<a /, body)
  }
  assert.match(withBoat('[b](none.jpg)'), /\[b\]\(none\.jpg\)/)
  assert.doesNotMatch(withBoat('![b](../a%20boat.jpg) ![b](/media/x.jpg)'), /<img/)
})

function renders(body: string, html: string): void {
  assert.equal(articleHtml(body).trim(), html)
}
