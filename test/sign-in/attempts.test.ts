import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { letterBox } from '../support/letters.ts'
import { mailOf, openSite, publish, visitor } from '../support/site.ts'

const PASSWORD = 'low water at six'
const ATTEMPTS = 1_000

for (const { name, open } of DATABASES) {
  describe(`tries of a password on ${name}`, () => {
    async function setUp() {
      const ending = new AsyncDisposableStack()
      const database = await open()
      ending.defer(() => database.close())
      const site = ending.use(await openSite(database.url, { proxies: ['127.0.0.1'] }))
      await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
      return { site, letter: letterBox(site), [Symbol.asyncDispose]: () => ending.disposeAsync() }
    }

    test(`${ATTEMPTS} at once from everywhere are slowed, and the owner comes in all the same`, async () => {
      await using s = await setUp()
      const { cookies } = await visitor(s.site, 'Tern')
      await s.site.parley.people.accounts.setPassword(cookies, PASSWORD)
      const own = browserAt(s.site.url)
      const [signIn, fields] = ['/en/sign-in', { mail: mailOf('Tern'), language: 'en' }]
      assert.equal((await own.post(signIn, { ...fields, password: PASSWORD })).status, 303)
      await own.post('/sign-out', { language: 'en' })

      const attempts = Array.from({ length: ATTEMPTS }, async (_, at) => {
        const headers = { 'x-forwarded-for': `10.1.${at >> 8}.${at & 255}` }
        const { status } = await browserAt(s.site.url).post(
          signIn,
          { ...fields, password: `guess ${at} of many` },
          headers,
        )
        return status
      })
      const statuses = Map.groupBy(await Promise.all(attempts), (status) => status)
      const counts = Object.fromEntries([...statuses].map(([status, all]) => [status, all.length]))
      assert.ok((counts[422] ?? 0) <= 50, JSON.stringify(counts))
      assert.equal((counts[422] ?? 0) + (counts[429] ?? 0) + (counts[503] ?? 0), ATTEMPTS, JSON.stringify(counts))
      assert.ok((counts[429] ?? 0) > ATTEMPTS / 2, JSON.stringify(counts))

      assert.equal((await own.post(signIn, { ...fields, password: PASSWORD })).status, 303, 'where they came in before')
      const elsewhere = browserAt(s.site.url)
      const refused = await elsewhere.post(signIn, { ...fields, password: PASSWORD })
      assert.equal(refused.status, 429)
      assert.match(refused.text, /Sign in by a link or with a passkey/)
      await elsewhere.post('/en/sign-in/letter', { ...fields, key: 'k' })
      assert.equal((await elsewhere.send(await elsewhere.get(s.letter()), {})).status, 303, 'by a link from anywhere')
    })

    test('a password that would soon be guessed is refused with the reason, and advice comes before it is set', async () => {
      await using s = await setUp()
      const { cookies } = await visitor(s.site, 'Charlotte')
      const charlotte = browserAt(s.site.url, cookies)
      const set = (password: string) => charlotte.post('/en/account/password', { password, language: 'en' })
      for (const [password, words] of [
        ['password12', /among the first to be tried/],
        ['1234567890', /among the first to be tried/],
        ['aaaaaaaaaaaa', /a sequence, a repetition or a date/],
        ['charlotte@reader.example', /name or an address/],
      ] as const) {
        const refused = await set(password)
        assert.equal(refused.status, 422, password)
        assert.match(refused.text, words)
      }
      const advice = await charlotte.post('/en/account/password/advice', { password: PASSWORD, language: 'en' })
      assert.deepEqual(JSON.parse(advice.text), { advice: 'A strong password.' })
      assert.equal((await set(PASSWORD)).status, 303)
    })
  })
}
