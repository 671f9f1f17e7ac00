import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { anEditionPage, aWindow } from '../../../test/support/samples.ts'
import { sentencesIn } from '../../kit/sentences.ts'
import { CONTENT_SECURITY_POLICY } from '../http/content-security-policy.ts'
import { articlePage } from './article-page.ts'
import { discussionPage } from './discussion-page.ts'

const asset = (name: string) => `/assets/${name}`
const shown = { page: anEditionPage(), window: aWindow(), rules: [], asset }
const say = sentencesIn('en')

test('an edition names itself and every other, absolutely, and where its feeds are', () => {
  const page = String(articlePage(shown, say))
  assert.match(page, /<html lang="en" dir="ltr">/)
  assert.match(page, /<link rel="canonical" href="https:\/\/tide\.example\/en\/the-hour">/)
  assert.match(page, /hreflang="en" href="https:\/\/tide\.example\/en\/the-hour"/)
  assert.match(page, /hreflang="ru" href="https:\/\/tide\.example\/ru\/chas"/)
  assert.match(page, /hreflang="x-default" href="https:\/\/tide\.example\/en\/the-hour"/)
  assert.match(page, /type="application\/atom\+xml" title="Discussion: The hour" href="\/en\/the-hour\/feed\.atom"/)
  assert.match(page, /<time datetime="2026-10-14T06:00:00Z">14 October 2026 at 08:00 CEST<\/time>/)
})

test('an Arabic page runs from the right', () => {
  const page = anEditionPage()
  const arabic = { ...page, edition: { ...page.edition, language: 'ar' } }
  assert.match(String(articlePage({ ...shown, page: arabic }, sentencesIn('ar'))), /<html lang="ar" dir="rtl">/)
})

test('a source whose address is no web address is named without a link', () => {
  const page = anEditionPage()
  const sources = [{ ...page.sources[0]!, url: 'javascript:alert(1)' }]
  const markup = String(articlePage({ ...shown, page: { ...page, sources } }, say))
  assert.match(markup, /Die Stunde/)
  assert.doesNotMatch(markup, /javascript:/)
})

test('no page carries a style of its own, and one script alone that the policy knows', () => {
  const page = String(articlePage(shown, say))
  assert.doesNotMatch(page, /<style|\sstyle=|\son\w+=/)
  assert.deepEqual(page.match(/<script[^>]*>/g), [
    '<script>',
    '<script type="module" src="/assets/parley.js">',
    '<script type="application/ld+json">',
  ])
  const [, first] = /<script>(.*?)<\/script>/s.exec(page)!
  const hash = createHash('sha256').update(first!).digest('base64')
  assert.match(CONTENT_SECURITY_POLICY, new RegExp(`script-src 'self' 'sha256-${RegExp.escape(hash)}';`))
})

test('a part of the discussion leads back to the whole and is its own canonical page', () => {
  const page = String(discussionPage({ ...shown, part: { under: 0, after: 50 } }, say))
  assert.match(page, /<link rel="canonical" href="https:\/\/tide\.example\/en\/the-hour\?after=50">/)
  assert.match(page, /<a href="\/en\/the-hour#discussion">Back to the whole discussion<\/a>/)
  assert.doesNotMatch(page, /The reading\./)
})
