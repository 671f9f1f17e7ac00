import assert from 'node:assert/strict'
import { test } from 'node:test'
import { factsIn } from './facts.ts'
import { literalsIn } from './literals.ts'

const LITERALS: [text: string, literals: string[]][] = [
  ['See https://example.org/a?b=1, please', ['https://example.org/a?b=1']],
  ['[words](/articles/5) and www.example.org/x', ['/articles/5', 'www.example.org/x']],
  ['Ask jo@samaritans.org or @user14, not #tag5 or #5', ['jo@samaritans.org', '@user14', '#tag5']],
  ['发邮件给jo@samaritans.org，或者', ['jo@samaritans.org']],
  ['Run `npm start 8080` now', ['`npm start 8080`']],
  ['Document S00120126FR-3 of HER2', ['S00120126FR-3']],
  ['@кафе сказал @user.', ['@кафе', '@user']],
]

for (const [text, literals] of LITERALS)
  test(text, () =>
    assert.deepEqual(
      literalsIn(text).map((literal) => literal.text),
      literals,
    ),
  )

test('what stands in a link or in code is no number', () => {
  const text = 'On https://example.org/2018/09 there are 5 and `7`'
  assert.deepEqual(
    factsIn(text, 'en', literalsIn(text)).map(({ values }) => values[0]),
    [5],
  )
})
