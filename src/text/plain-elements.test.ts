import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../test/support/chance.ts'
import { hasPlainElementsOnly } from './plain-elements.ts'
import { DEEPEST_ELEMENT, sanitisedByLibrary, sanitisedComment } from './sanitise.ts'

const EMPHASIS = ['strong', 'em', 'code']
const ELEMENTS = [...EMPHASIS, 'p', 'pre', 'blockquote', 'ul', 'ol', 'li']
const WORDS = [
  'a',
  ' ',
  '\n',
  'Зд',
  '港',
  'ن',
  '"',
  "'",
  '/',
  '=',
  '&amp;',
  '&lt;',
  '&gt;',
  '&quot;',
  '\u00a0',
  '\u{1f600}',
]
const MARKS = [
  '<br />',
  '<hr />',
  '<br>',
  '<b>',
  '<P>',
  '< p>',
  '<p >',
  '<p/>',
  '<p',
  '>',
  '&',
  '&#60;',
  '&nbsp;',
  '&ampx',
  '\0',
  '\r',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<script>',
  '</script>',
  '<q-slot n="1"></q-slot>',
  '<p onclick="x">',
  '</p>',
  '</li>',
]

const words = fc.constantFrom(...WORDS)
const { inline } = fc.letrec<{ inline: string; emphasis: string }>((tie) => ({
  inline: fc.array(fc.oneof({ depthSize: 'small' }, words, fc.constant('<br />'), tie('emphasis'))).map(joined),
  emphasis: fc.tuple(fc.constantFrom(...EMPHASIS), tie('inline')).map(([name, inner]) => `<${name}>${inner}</${name}>`),
}))
const content = fc
  .array(
    fc.oneof(
      inline,
      inline.map((inner) => `<p>${inner}</p>\n`),
    ),
  )
  .map(joined)

test('HTML of plain elements is what the library makes of it', () => {
  fc.assert(
    fc.property(content, (html) => {
      assert.ok(hasPlainElementsOnly(html, DEEPEST_ELEMENT))
      assert.equal(sanitisedComment(html), sanitisedByLibrary(html))
    }),
    { numRuns: 500 },
  )
})

test('whatever else stands in it, both ways say the same', () => {
  const opened = ELEMENTS.flatMap((name) => [`<${name}>`, `</${name}>`])
  const anything = fc.array(fc.constantFrom(...WORDS, ...MARKS, ...opened), { maxLength: 12 }).map(joined)
  let passed = 0
  fc.assert(
    fc.property(fc.oneof(anything, fc.tuple(content, anything, content).map(joined)), (html) => {
      passed += Number(hasPlainElementsOnly(html, DEEPEST_ELEMENT))
      assert.equal(sanitisedComment(html), sanitisedByLibrary(html))
    }),
    { numRuns: 2_000 },
  )
  assert.ok(passed > 100, `only ${passed} took the short way`)
})

test('what nests deeper than is allowed goes the long way', () => {
  const nested = (depth: number) => `${'<em>'.repeat(depth)}a${'</em>'.repeat(depth)}`
  assert.ok(hasPlainElementsOnly(nested(DEEPEST_ELEMENT), DEEPEST_ELEMENT))
  assert.ok(!hasPlainElementsOnly(nested(DEEPEST_ELEMENT + 1), DEEPEST_ELEMENT))
  for (const depth of [DEEPEST_ELEMENT, DEEPEST_ELEMENT + 1])
    assert.equal(sanitisedComment(nested(depth)), sanitisedByLibrary(nested(depth)))
})

function joined(parts: readonly string[]): string {
  return parts.join('')
}
