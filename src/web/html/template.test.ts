import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html, joined, madeSafe } from './template.ts'

test('escapes what people write, in text and in attributes', () => {
  const words = `<img src=x onerror="a('b')"> & more`
  assert.equal(
    String(html`<p title="${words}">${words}</p>`),
    '<p title="&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt; &amp; more">' +
      '&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt; &amp; more</p>',
  )
})

test('leaves markup of our own as it is, at any depth of lists', () => {
  const item = (words: string) => html`<li>${words}</li>`
  assert.equal(String(html`<ol>${[item('<'), [item('b')]]}</ol>`), '<ol><li>&lt;</li><li>b</li></ol>')
  assert.equal(String(html`<div>${madeSafe('<em>made by text</em>')}</div>`), '<div><em>made by text</em></div>')
})

test('shows nothing for what is not there, but shows zero', () => {
  assert.equal(String(html`[${null}${undefined}${false}${0}]`), '[0]')
})

test('joins only the parts that are there', () => {
  assert.equal(String(html`${joined(['a', null, html`<b>b</b>`, false, '<'], ' · ')}`), 'a · <b>b</b> · &lt;')
})
