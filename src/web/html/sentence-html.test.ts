import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sentencesIn } from '../../kit/sentences.ts'
import { sentenceHtml } from './sentence-html.ts'
import { html } from './template.ts'

const say = sentencesIn('en')

test('markup stands where the sentence wants it, and everything else is escaped', () => {
  const name = html`<b>${'A & B'}</b>`
  assert.equal(String(sentenceHtml(say, 'byline.reviewer', { name })), 'Reviewed by <b>A &amp; B</b>')
  assert.equal(String(sentenceHtml(say, 'byline.reviewer', { name: '<b>' })), 'Reviewed by &lt;b&gt;')
})

test('words that look like the place of markup stay words', () => {
  const place = html`<a href="/c/1">1</a>`
  const shown = String(sentenceHtml(say, 'quotation.comment', { name: '<script>\u{F0000}7\u{F0001}', place }))
  assert.equal(shown, '&lt;script&gt;, in <a href="/c/1">1</a>')
})
