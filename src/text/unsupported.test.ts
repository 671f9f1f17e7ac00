import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commentTokens } from './comment-html.ts'
import { unsupportedIn } from './unsupported.ts'

const FORMS: [words: string, forms: string[]][] = [
  ['| a | b |\n|---|---|\n| 1 | 2 |', ['table']],
  ['a | b\n--- | :-:\n1 | 2', ['table']],
  ['| a |\n| --- |\n| 1 |', ['table']],
  ['See ![a tern](https://x.example/a.png)', ['picture']],
  ['So it was.[^1]\n\n[^1]: In 2014, as they said.', ['footnote']],
  ['So it was.[^1]\n\n[^1]: https://x.example', ['footnote']],
  ['<b>bold</b> and ~~gone~~', ['html', 'strike']],
  ['<img src="x">', ['html']],
  ['- [ ] ask\n- [x] answered', ['task']],
  ['$$a^2$$', ['formula']],
  ['$x^2$ and $\\alpha$', ['formula']],
  ['So it was.^[In 2014, as they said.]', ['footnote']],
  ['<!-- not for print -->', ['html']],
]

for (const [words, forms] of FORMS)
  test(`${JSON.stringify(words)} asks for ${forms}`, () => assert.deepEqual(unsupportedIn(commentTokens(words)), forms))

test('what is meant as it stands asks for nothing', () => {
  for (const words of [
    'a | b and c',
    'One\n---',
    '`<b>` and `~~x~~` and ``![a](b)``',
    '    | a |\n    |---|',
    '\\![a](https://x.example) \\[^1] \\<b>',
    'a < b > c, <https://x.example>, 1 ~ 2 ~~ 3',
    '[1] and [x](https://x.example)',
    '$5 and $6',
    'US$5^2, from $5_000 to $6, $HOME_DIR and $PATH',
    '\\$x^2$ \\[not\\] so',
  ])
    assert.deepEqual(unsupportedIn(commentTokens(words)), [], words)
})
