import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Trouble } from '../../kit/trouble.ts'
import { createSameSite } from './same-site.ts'

type Sent = { origin?: string; site?: string; host?: string }

/** What a form from there is answered with: nothing, or the trouble's key. */
function answerTo(
  own: string,
  { origin, site, host }: Sent,
  tell: (line: string) => void = () => {},
): string | undefined {
  const headers: Record<string, string | undefined> = { origin, host, 'sec-fetch-site': site }
  try {
    createSameSite(own, tell)({ header: (name) => headers[name] })
  } catch (error) {
    assert.ok(error instanceof Trouble)
    return error.key
  }
}

const HERE = 'http://localhost:3000'
const PUBLIC = 'https://review.example'

const CASES: [own: string, sent: Sent, key: string | undefined][] = [
  [HERE, { origin: HERE, site: 'same-origin' }, undefined],
  [HERE, { origin: HERE }, undefined],
  [HERE, { site: 'same-origin' }, undefined],
  [HERE, { origin: 'http://127.0.0.1:3000', site: 'same-origin' }, undefined],
  [HERE, { origin: 'http://[::1]:3000', site: 'same-origin' }, undefined],
  ['http://127.0.0.1:3000', { origin: HERE, site: 'same-origin' }, undefined],
  [HERE, { origin: 'http://127.0.0.1:3001', site: 'same-origin' }, 'form.other-address'],
  [HERE, { origin: 'http://127.0.0.1:3000', site: 'cross-site' }, 'form.foreign-origin'],
  [HERE, { origin: PUBLIC, site: 'same-origin' }, 'form.other-address'],
  [PUBLIC, { origin: 'http://review.example', site: 'same-origin' }, 'form.other-address'],
  [PUBLIC, { origin: 'https://evil.example', site: 'cross-site' }, 'form.foreign-origin'],
  [PUBLIC, { origin: 'https://evil.example' }, 'form.foreign-origin'],
  [PUBLIC, { origin: PUBLIC, site: 'same-site' }, 'form.foreign-origin'],
  [PUBLIC, { origin: 'null', site: 'same-origin' }, 'form.foreign-origin'],
  [PUBLIC, { origin: 'javascript:alert(1)', site: 'same-origin' }, 'form.foreign-origin'],
  [HERE, { origin: 'http://192.168.1.5:3000', host: '192.168.1.5:3000' }, 'form.other-address'],
  [HERE, { origin: 'http://paper.lan', host: '127.0.0.1:3000' }, 'form.other-address'],
  [PUBLIC, { origin: 'http://review.example', host: 'review.example' }, 'form.other-address'],
  [PUBLIC, { origin: 'http://evil.example', host: 'review.example' }, 'form.foreign-origin'],
  [HERE, { origin: 'http://evil.example', host: 'localhost:3000', site: 'cross-site' }, 'form.foreign-origin'],
  [HERE, { origin: 'https://evil.example', host: 'localhost:3000' }, 'form.foreign-origin'],
  [HERE, { origin: 'http://paper.lan', host: 'no host' }, 'form.foreign-origin'],
  [PUBLIC, {}, 'form.foreign-origin'],
]

for (const [own, sent, key] of CASES)
  test(`${own} answers ${JSON.stringify(sent)} with ${key ?? 'what it does'}`, () =>
    assert.equal(answerTo(own, sent), key))

test('tells the operator of each other address once, with the setting', () => {
  const lines: string[] = []
  const check = createSameSite(HERE, (line) => lines.push(line))
  const headers: Record<string, string> = { origin: PUBLIC, 'sec-fetch-site': 'same-origin' }
  for (let times = 0; times < 3; times++) assert.throws(() => check({ header: (name) => headers[name] }))
  assert.equal(lines.length, 1)
  assert.match(lines[0]!, /https:\/\/review\.example.*http:\/\/localhost:3000.*PARLEY_URL/)
})
