import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageText } from './charset.ts'
import { pageFacts } from './page-facts.ts'
import { statedTime } from './stated-time.ts'

const URL_OF_PAGE = 'https://news.example/2014/10/15/a?utm=1'

test('a page says what it is by JSON-LD, which counts before all else', async () => {
  const facts = await pageFacts(
    `<!doctype html><html lang="ru"><head><title>Site | Ignored</title>
<meta property="og:title" content="Less"><meta property="og:site_name" content="Less">
<link rel="canonical" href="/2014/10/15/a">
<script type="application/ld+json">not json</script>
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
 {"@type":"Organization","@id":"#us","name":"Взгляд"},
 {"@type":["NewsArticle"],"headline":" Порт  построят ","inLanguage":"ru","datePublished":"2014-10-15T09:30:00+0400",
  "author":[{"@type":"Person","name":"Анна Петрова"},"Б. Иванов","https://news.example/who"],"publisher":{"@id":"#us"}}]}</script></head>`,
    URL_OF_PAGE,
  )
  assert.deepEqual(facts, {
    title: 'Порт построят',
    outlet: 'Взгляд',
    language: 'ru',
    authors: ['Анна Петрова', 'Б. Иванов'],
    published: {
      publishedOn: '2014-10-15',
      publishedAt: Date.UTC(2014, 9, 15, 5, 30),
      publishedZone: '+04:00',
      publishedPrecision: 'minute',
    },
    canonical: 'https://news.example/2014/10/15/a',
  })
})

test('one without it is asked by Open Graph, by its elements and by its times', async () => {
  const facts = await pageFacts(
    `<html><head><title>A &amp; B</title><meta property="og:site_name" content="Ufer"><meta name="author" content="B. Brecht">
<meta property="og:locale" content="de_DE"><meta property="og:url" content="javascript:alert(1)"></head><body><time datetime="2026-10-03">3. Oktober</time>`,
    URL_OF_PAGE,
  )
  assert.deepEqual(
    [facts.title, facts.outlet, facts.language, facts.authors],
    ['A & B', 'Ufer', 'de-DE', ['B. Brecht']],
  )
  assert.equal(facts.published?.publishedPrecision, 'day')
  assert.equal(facts.canonical, undefined)
  const nothing = await pageFacts('<p>Hello', URL_OF_PAGE)
  assert.deepEqual(
    [nothing.title, nothing.outlet, nothing.authors, nothing.published],
    [undefined, undefined, [], undefined],
  )
})

test('a time says no more than it is known', () => {
  assert.equal(statedTime('2014-10')?.publishedPrecision, 'month')
  assert.equal(statedTime('2014-10-15T09:30')?.publishedPrecision, 'day')
  assert.equal(statedTime('2014-10-15T09:30:00.123Z')?.publishedZone, 'UTC')
  assert.equal(statedTime('Wed, 15 Oct 2014 09:30:00 GMT')?.publishedAt, Date.UTC(2014, 9, 15, 9, 30))
  for (const none of ['', 'yesterday', '2014-13-01', '2014-02-30', '20141015', '15'])
    assert.equal(statedTime(none), undefined)
})

test('a page is read in the charset that it says', () => {
  const bytes = Buffer.from([0xcf, 0xee, 0xf0, 0xf2])
  assert.equal(pageText(bytes, 'text/html; charset=windows-1251'), 'Порт')
  assert.equal(
    pageText(Buffer.concat([Buffer.from('<meta charset="windows-1251">'), bytes]), 'text/html').slice(-4),
    'Порт',
  )
  assert.equal(pageText(Buffer.from('Порт'), 'text/html; charset=no-such'), 'Порт')
})
