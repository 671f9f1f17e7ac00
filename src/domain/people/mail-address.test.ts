import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mailAddressFrom } from './mail-address.ts'

test('compares addresses in small letters', () => {
  assert.equal(mailAddressFrom(' Tern@Review.Example '), 'tern@review.example')
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
  'a@bücher.example',
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
