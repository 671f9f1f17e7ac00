import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aBranch, aComment, anEditionPage, aWindow } from '../../../test/support/samples.ts'
import { type Json, jsonLdHtml } from '../html/json-ld.ts'
import { newsArticle } from './news-article.ts'

type Tree = Record<string, unknown>

test('no text can end the element that holds the data', () => {
  const markup = String(jsonLdHtml({ headline: '</script><script>alert(1)</script> & "quotes"' }))
  const [, inside] = markup.match(/^<script type="application\/ld\+json">(.*)<\/script>$/)!
  assert.doesNotMatch(inside!, /</)
  assert.deepEqual(JSON.parse(inside!), { headline: '</script><script>alert(1)</script> & "quotes"' })
})

test('names the article, its language, its translations, its sources and who did what', () => {
  const data = article(anEditionPage())
  assert.equal(data.inLanguage, 'en')
  assert.equal(data['@id'], 'https://tide.example/en/the-hour')
  assert.deepEqual(data.workTranslation, [
    { '@type': 'NewsArticle', '@id': 'https://tide.example/ru/chas', inLanguage: 'ru' },
  ])
  assert.deepEqual(data.contributor, [
    { '@type': 'Role', roleName: 'reviewed by', contributor: { '@type': 'Person', name: 'Ines Okafor' } },
  ])
  const [source] = data.citation as Tree[]
  assert.equal(source!.headline, 'Die Stunde')
  assert.equal(source!.datePublished, '2026-10-09')
})

test('a later edition names the first as the work it translates', () => {
  const page = anEditionPage()
  const data = article({ ...page, edition: { ...page.edition, language: 'ru', slug: 'chas' } })
  assert.deepEqual(data.translationOfWork, {
    '@type': 'NewsArticle',
    '@id': 'https://tide.example/en/the-hour',
    inLanguage: 'en',
  })
})

test('comments are nested, their text plain; of a removed one only the place is told', () => {
  const reply = aBranch(aComment({ id: 13, html: '<p>2 &lt; 3 &amp; so <em>on</em></p>\n<q-slot n="1"></q-slot>' }))
  const removed = aBranch(
    aComment({ id: 12, html: 'secret', tombstone: { cause: 'author', ruleId: null, at: null } }),
    reply,
  )
  const data = article(anEditionPage(), aWindow(removed))
  assert.deepEqual(data.comment, [
    {
      '@type': 'Comment',
      url: 'https://tide.example/c/12',
      creativeWorkStatus: 'Removed',
      comment: [
        {
          '@type': 'Comment',
          url: 'https://tide.example/c/13',
          author: { '@type': 'Person', name: 'Tern' },
          datePublished: '2026-10-14T07:57:00.000Z',
          text: '2 < 3 & so on',
        },
      ],
    },
  ])
  assert.equal(data.commentCount, 2)
})

/** As a reader of the page would get it. */
function article(page: ReturnType<typeof anEditionPage>, window = aWindow()): Tree {
  return JSON.parse(JSON.stringify(newsArticle(page, window) as Json))
}
