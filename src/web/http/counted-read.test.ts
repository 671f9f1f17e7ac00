import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createReadCounter, NO_READS } from '../../domain/articles/index.ts'
import { countRead } from './counted-read.ts'

const ORIGIN = 'https://tide.example'
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

const CASES: readonly (readonly [headers: Record<string, string>, counted: string | null])[] = [
  [{}, 'unsaid'],
  [{ 'sec-fetch-dest': 'document', referer: `${ORIGIN}/en/` }, 'site'],
  [{ referer: 'https://www.google.co.uk/' }, 'search'],
  [{ referer: 'https://search.brave.com/search?q=tide' }, 'search'],
  [{ referer: 'https://notgoogle.example/' }, 'elsewhere'],
  [{ referer: 'https://feedly.com/i/latest' }, 'feed'],
  [{ referer: 'android-app://com.example' }, 'elsewhere'],
  [{ 'sec-fetch-dest': 'empty' }, null],
  [{ 'sec-purpose': 'prefetch' }, null],
  [{ 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' }, null],
  [{ 'user-agent': '' }, null],
]

test('a read is counted by where it came from, and only what a person opened', () => {
  for (const [headers, counted] of CASES) {
    const counter = createReadCounter()
    const all: Record<string, string> = { 'user-agent': BROWSER, ...headers }
    countRead(counter, { editionId: 7, isPart: false }, ORIGIN, (name) => all[name])
    assert.deepEqual(
      counter.take(),
      counted ? [{ ...NO_READS, editionId: 7, [counted]: 1 }] : [],
      JSON.stringify(headers),
    )
  }
})

test('parts of a discussion are counted for themselves, and what could not be written comes again', () => {
  const counter = createReadCounter()
  const header = (name: string) => ({ 'user-agent': BROWSER, 'sec-fetch-dest': 'empty' })[name]
  countRead(counter, { editionId: 7, isPart: true }, ORIGIN, header)
  const taken = counter.take()
  assert.deepEqual(taken, [{ ...NO_READS, editionId: 7, further: 1 }])
  assert.deepEqual(counter.take(), [])
  counter.count(7 as never, 'site')
  counter.putBack(taken)
  assert.deepEqual(counter.take(), [{ ...NO_READS, editionId: 7, further: 1, site: 1 }])
})
