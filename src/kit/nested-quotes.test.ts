import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nestedQuotes } from './nested-quotes.ts'
import { sentencesIn } from './sentences.ts'

const NESTED: [opening: string, text: string, expected: string][] = [
  ['“', '“Bank believes”, in ferry', '‘Bank believes’, in ferry'],
  ['“', 'The "hour" and „Stunde“', 'The ‘hour’ and ‘Stunde’'],
  ['“', 'It’s 5" long', 'It’s 5" long'],
  ['„', 'Die „Stunde“', 'Die ‚Stunde‘'],
  ['«', '«Взгляд» и время', '„Взгляд“ и время'],
  ['«', '«الوقت»', '“الوقت”'],
  ['“', '<a href="/x" title="y">“A” &quot;b&quot;</a>', '<a href="/x" title="y">‘A’ ‘b’</a>'],
  ['(', '“A”', '“A”'],
]

for (const [opening, text, expected] of NESTED)
  test(`${opening}${text}`, () => assert.equal(nestedQuotes(text, opening), expected))

test('a sentence that quotes a title does not double its marks', () => {
  assert.equal(sentencesIn('en')('person.on', { title: '“Bank believes”' }), 'on “‘Bank believes’”')
  assert.equal(sentencesIn('de')('edition.slug-taken', { slug: '„a“' }).includes('„„'), false)
})
