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
  for (const none of ['', 'yesterday', '2014-13-01', '2014-02-30', '20141015', '15', '2014', '10/11/2014', ...NEVER])
    assert.equal(statedTime(none), undefined, none)
})

/** What machines write that know no time. */
const NEVER = ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '-1', '0000-00-00 00:00:00']

test('a time in another form is the same time, with its zone', () => {
  for (const minute of [
    '2014-10-15T09:30:00.123456+04',
    '2014-10-15 09:30:00 +0400',
    '20141015T093000+0400',
    'Wed, 15 Oct 2014 09:30:00 +0400',
    'Wed Oct 15 2014 09:30:00 GMT+0400',
    '2014-10-15T09:30:00+04:00[Europe/Moscow]',
  ]) {
    const { publishedOn, publishedAt, publishedZone } = statedTime(minute)!
    assert.deepEqual(
      [publishedOn, publishedAt, publishedZone],
      ['2014-10-15', Date.UTC(2014, 9, 15, 5, 30), '+04:00'],
      minute,
    )
  }
  assert.equal(statedTime('2014-10-15T09:30[Europe/Moscow]')?.publishedZone, 'Europe/Moscow')
  for (const day of ['October 15, 2014', '15 Oct. 2014', '15.10.2014', '2014/10/15', '2014-10-15T09:30'])
    assert.deepEqual([statedTime(day)?.publishedOn, statedTime(day)?.publishedPrecision], ['2014-10-15', 'day'], day)
})

test('what is nearly JSON is read, with entities that do not belong there', async () => {
  for (const nearly of [
    '<!--\n{"@type":"NewsArticle","headline":"Tom &amp; Jerry&#039;s day"}\n-->',
    '//<![CDATA[\n{"@type":"NewsArticle","headline":"Tom & Jerry\'s day"}\n//]]>',
    '{"@type":"NewsArticle","headline":"Tom & Jerry\'s\nday",};',
  ]) {
    const { title } = await pageFacts(`<script type="application/ld+json">${nearly}</script>`, URL_OF_PAGE)
    assert.equal(title, "Tom & Jerry's day", nearly)
  }
})

test('a page without a title is called by its headline, never by a picture', async () => {
  const { title } = await pageFacts('<svg><title>Menu</title></svg><h1>The <em>bridge</em></h1>', URL_OF_PAGE)
  assert.equal(title, 'The bridge')
})

test('a language is a tag, in whatever way a page says it', async () => {
  const ld = (language: string) =>
    `<script type="application/ld+json">{"@graph":[{"@type":"Article"},{"@type":"WebPage","inLanguage":${language}}]}</script>`
  for (const [page, tag] of [
    ['<html lang="en_US">', 'en-US'],
    ['<html xml:lang="nl">', 'nl'],
    ['<html lang="english">', 'en'],
    ['<html lang="none of these">', undefined],
    [ld('"ru"'), 'ru'],
    [ld('{"name":"German","alternateName":"de"}'), 'de'],
    [ld('{"name":"German"}'), 'de'],
  ] as const)
    assert.equal((await pageFacts(page, URL_OF_PAGE)).language, tag, page)
})

test('a page is read in the charset that it says', () => {
  const bytes = Buffer.from([0xcf, 0xee, 0xf0, 0xf2])
  assert.equal(pageText(bytes, 'text/html; charset=windows-1251'), 'Порт')
  assert.equal(
    pageText(Buffer.concat([Buffer.from('<meta charset="windows-1251">'), bytes]), 'text/html').slice(-4),
    'Порт',
  )
  assert.equal(pageText(Buffer.from('Порт'), 'text/html; charset=no-such'), 'Порт')
  const late = Buffer.concat([Buffer.from(`<!--${' '.repeat(3_000)}--><meta charset="windows-1251">`), bytes])
  assert.equal(pageText(late, 'text/html').slice(-4), 'Порт')
})

test('a page that says no charset is read by its mark, or as is usual in its language', () => {
  const bytes = Buffer.from([0xcf, 0xee, 0xf0, 0xf2])
  const unsaid = Buffer.concat([Buffer.from('<html lang="ru">'), bytes])
  assert.equal(pageText(unsaid, 'text/html').slice(-4), 'Порт')
  const broken = Buffer.concat([Buffer.from('<html lang="ru">Порт'), Buffer.from([0xd0])])
  assert.equal(pageText(broken, 'text/html').slice(-5), 'Порт\ufffd')
  const marked = Buffer.from('\ufeffПорт')
  assert.equal(pageText(marked, 'text/html; charset=windows-1251'), 'Порт')
  assert.equal(pageText(Buffer.from('\ufeffПорт', 'utf16le'), 'text/html'), 'Порт')
})
