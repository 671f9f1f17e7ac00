import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mailAddressFrom } from './mail-address.ts'

test('compares addresses in small letters', () => {
  assert.equal(mailAddressFrom(' Tern@Review.Example '), 'tern@review.example')
})

test('takes a domain in any script, and as a browser sends it, for one', () => {
  const PAIRS = [
    ['a@bücher.example', 'a@xn--bcher-kva.example'],
    ['Тёрн@пример.рф', undefined],
    ['tern@ПРИМЕР.рф', 'tern@xn--e1afmkfd.xn--p1ai'],
    ['tern@例え.テスト', 'tern@xn--r8jz45g.xn--zckzah'],
    ['tern@مثال.إختبار', 'tern@xn--mgbh0fb.xn--kgbechtv'],
    ['a@bu\u0308cher.example', 'a@xn--bcher-kva.example'],
  ] as const
  for (const [typed, sent] of PAIRS) {
    if (!sent) assert.throws(() => mailAddressFrom(typed), { key: 'mail.not-an-address' })
    else assert.deepEqual([mailAddressFrom(typed), mailAddressFrom(sent)], [sent, sent])
  }
})

const REFUSED = [
  '',
  'tern',
  'a@b',
  'a@b.example, c@d.example',
  'Tern <a@b.example>',
  'a@b.example\r\nBcc: c@d.example',
  'a@b.example\nc',
  '"a b"@b.example',
  'а@b.example',
  'a@bücher',
  'a@пример..рф',
  'a@xn--.example',
  'a@b.123',
  'a@-b.example',
  'a@[127.0.0.1]',
  `${'a'.repeat(65)}@b.example`,
  `a@${'b'.repeat(250)}.example`,
  'a..b@c.example',
]

for (const text of REFUSED) {
  test(`refuses ${JSON.stringify(text).slice(0, 40)}`, () => {
    assert.throws(() => mailAddressFrom(text), { key: 'mail.not-an-address' })
  })
}
