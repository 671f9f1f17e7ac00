import assert from 'node:assert/strict'
import { test } from 'node:test'
import { absoluteLinks } from './absolute-links.ts'

const BASE = 'https://tide.example/en/the-hour'

const SPELLED: [html: string, expected: string][] = [
  ['<a href="/c/12">x</a>', '<a href="https://tide.example/c/12">x</a>'],
  ['<a href="#p-3">x</a>', '<a href="https://tide.example/en/the-hour#p-3">x</a>'],
  ['<a href="other?a=1&amp;b=2">x</a>', '<a href="https://tide.example/en/other?a=1&amp;b=2">x</a>'],
  ['<a href="//elsewhere.example/x">x</a>', '<a href="https://elsewhere.example/x">x</a>'],
  ['<a href="https://elsewhere.example/">x</a>', '<a href="https://elsewhere.example/">x</a>'],
  ['<a href="mailto:a@tide.example">x</a>', '<a href="mailto:a@tide.example">x</a>'],
  [
    '<blockquote cite="/c/1"><p>x</p></blockquote>',
    '<blockquote cite="https://tide.example/c/1"><p>x</p></blockquote>',
  ],
  [
    '<source srcset="/media/a.webp 480w, /media/b.webp 960w" />',
    '<source srcset="https://tide.example/media/a.webp 480w, https://tide.example/media/b.webp 960w" />',
  ],
  ['<img src="/media/a.png" alt="a" />', '<img src="https://tide.example/media/a.png" alt="a" />'],
  [
    '<p>he wrote href="/c/1" &lt;a href="/x"&gt; &amp; left</p>',
    '<p>he wrote href="/c/1" &lt;a href="/x"&gt; &amp; left</p>',
  ],
]

for (const [html, expected] of SPELLED) test(html, () => assert.equal(absoluteLinks(html, BASE), expected))
