import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markTagsIn, withoutMarkSigns } from './mark-signs.ts'

test('a text is read without the signs of its marks, and of quotations it is told where they stand', () => {
  const text =
    'So [it is [gone](https://e.org)]{claim lost}, “[we saw [it]{claim seen}]{quote malikov-1}”, \\[so]{quote no}.'
  const { words, quotes } = withoutMarkSigns(text)
  assert.equal(words, 'So it is [gone](https://e.org), “we saw it”, \\[so]{quote no}.')
  assert.deepEqual(
    quotes.map(({ key, start, end }) => [key, words.slice(start, end)]),
    [['malikov-1', 'we saw it']],
  )
  assert.deepEqual(
    markTagsIn(text).map(({ start, end }) => text.slice(start, end)),
    ['{claim lost}', '{claim seen}', '{quote malikov-1}'],
  )
  assert.deepEqual(withoutMarkSigns('[a]{quote'), { words: '[a]{quote', quotes: [] })
})
