import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DATABASES } from '../support/databases.ts'
import { type Browser, browserAt, type Page } from '../support/front-door.ts'
import { letterBox } from '../support/letters.ts'
import { mailOf, openSite, publish, visitor } from '../support/site.ts'

const ARTICLE = { slug: 'timetable', title: 'The timetable', words: 'The ferry leaves at nine.' }
const TERN = { name: 'Tern', mail: 'tern@reader.example' }
const PASSWORD = 'low water at six'

for (const { name, open } of DATABASES) {
  describe(`signing in through the front door on ${name}`, () => {
    async function setUp() {
      const database = await open()
      const site = await openSite(database.url)
      await publish(site, ARTICLE)
      return {
        site,
        letter: letterBox(site),
        someone: () => browserAt(site.url),
        async [Symbol.asyncDispose]() {
          await site[Symbol.asyncDispose]()
          await database.close()
        },
      }
    }

    test('from the sign-up to a person who answers, sets a password and comes back with it', async () => {
      await using s = await setUp()
      const tern = s.someone()
      const led = await tern.get('/en/timetable/comment')
      const signIn = await tern.get(led.location)
      const signUp = await tern.get(/href="([^"]*sign-up[^"]*)"/.exec(signIn.text)![1]!)
      const sent = await tern.send(signUp, TERN)
      assert.deepEqual([sent.status, sent.location], [303, '/en/sign-in/sent'])
      assert.match((await tern.get(sent.location)).text, /Check your mail/)

      const opened = await tern.get(s.letter())
      assert.deepEqual(await me(tern), {}, 'opening the link changes nothing')
      const entered = await tern.send(opened, {})
      assert.equal(entered.location.split('?')[0], '/en/timetable/comment')
      assert.equal((await me(tern)).name, 'Tern')
      assert.equal((await tern.get(entered.location)).status, 200)

      const head = /<a id="me" href="([^"]*)"/.exec((await s.someone().get('/en/timetable')).text)![1]!
      const known = await tern.get(head)
      assert.deepEqual([head, known.location], ['/en/sign-in?next=%2Fen%2Ftimetable', '/en/account'])
      const account = await tern.get(known.location)
      assert.match(account.text, /tern@reader\.example/)
      const set = await tern.post('/en/account/password', { language: 'en', password: PASSWORD })
      assert.match((await tern.get(set.location)).text, /Your password is set\./)

      const elsewhere = s.someone()
      const wrong = await elsewhere.send(await elsewhere.get('/en/sign-in'), {
        mail: TERN.mail,
        password: 'high water at six',
      })
      assert.equal(wrong.status, 422)
      assert.match(wrong.text, /That address and password do not match\./)
      assert.match(wrong.text, /value="tern@reader\.example"/)
      await elsewhere.send(wrong, { mail: TERN.mail, password: PASSWORD })
      assert.equal((await me(elsewhere)).name, 'Tern')

      await elsewhere.post('/sign-out/everywhere', { language: 'en' })
      assert.deepEqual([await me(elsewhere), await me(tern)], [{}, {}])
    })

    test('a link that is opened elsewhere shows a code to type where it was asked for', async () => {
      await using s = await setUp()
      const [asking, other] = [s.someone(), s.someone()]
      const sent = await asking.send(await asking.get('/en/sign-up'), TERN)
      const link = s.letter()
      const opened = await other.get(link)
      const code = /<output>(\d+)<\/output>/.exec(opened.text)![1]!
      assert.ok(!opened.text.includes('<form class="form"'))
      const token = new URL(link, s.site.url).searchParams.get('token')!
      assert.equal((await other.post('/en/sign-in/link', { token })).status, 410)
      assert.equal((await other.post('/en/sign-in/code', { code })).status, 410)

      const sentPage = await asking.get(sent.location)
      const wrong = await asking.send(sentPage, { code: '0' })
      assert.equal(wrong.status, 422)
      assert.match(wrong.text, /4 tries are left/)
      assert.equal((await asking.send(wrong, { code })).status, 303)
      assert.equal((await me(asking)).name, 'Tern')
      assert.equal((await asking.get(link)).status, 410)
    })

    test('no answer tells whether an address has an account', async () => {
      await using s = await setUp()
      await visitor(s.site, 'Known')
      const answersTo = async (mail: string) => {
        const browser = s.someone()
        const form = await browser.get('/en/sign-in')
        return [
          await browser.send(form, { mail, password: 'not the password' }),
          await browser.post('/en/sign-in/letter', { mail, key: mail, language: 'en' }),
          await browser.get('/en/sign-in/sent'),
          await browser.post('/en/sign-up', { mail, name: 'Somebody', language: 'en' }),
        ].map((page) => seen(page, mail))
      }
      const known = await answersTo('known@reader.example')
      assert.deepEqual(await answersTo('other@reader.example'), known)
      assert.deepEqual(
        known.map(({ status }) => status),
        [422, 303, 200, 303],
      )
    })

    test('a name that is taken is told to the one whose address is proven, who chooses another', async () => {
      await using s = await setUp()
      await visitor(s.site, 'Ivan')
      const newcomer = s.someone()
      const form = await newcomer.get('/ru/sign-up?next=/ru/timetable')
      await newcomer.send(form, { ...TERN, name: 'lvan' })
      const entered = await newcomer.send(await newcomer.get(s.letter()), {})
      const asked = await newcomer.get(entered.location)
      assert.equal(asked.status, 409)
      assert.match(asked.text, /value="lvan"/)
      assert.deepEqual(await me(newcomer), {}, 'without a name nobody takes part')
      assert.equal((await newcomer.get('/en/timetable/comment')).status, 303)
      const chosen = await newcomer.send(asked, { name: 'Крачка' })
      assert.equal(chosen.location, '/ru/timetable')
      assert.equal((await me(newcomer)).name, 'Крачка')
    })

    test('a double click asks for one letter', async () => {
      await using s = await setUp()
      const tern = s.someone()
      const form = await tern.get('/en/sign-up')
      const answers = await Promise.all([tern.send(form, TERN), tern.send(form, TERN)])
      assert.deepEqual(
        answers.map(({ status, location }) => [status, location]),
        Array(2).fill([303, '/en/sign-in/sent']),
      )
      assert.ok(s.letter())
    })

    test('nobody is led to another site, nor signed in from one', async () => {
      await using s = await setUp()
      const { cookies } = await visitor(s.site, 'Known')
      const fields = { mail: mailOf('Known'), password: 'a password of the tests', language: 'en' }
      await s.site.parley.people.accounts.setPassword(cookies, fields.password)
      for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example/', '/\t/evil.example']) {
        const entered = await s.someone().post('/en/sign-in', { ...fields, next })
        assert.equal(entered.location, '/en/')
      }
      const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
      for (const path of ['/en/sign-in', '/en/sign-in/link', '/en/sign-in/code', '/sign-out', '/first-administrator']) {
        assert.equal((await s.someone().post(path, fields, foreign)).status, 403, path)
      }
    })

    test('the link on the terminal makes the first administrator, once', async () => {
      await using s = await setUp()
      const master = s.someone()
      const path = `/first-administrator?token=${await s.site.parley.people.firstAdministrator.token()}`
      assert.equal((await master.get('/first-administrator?token=x')).status, 410)
      const typed = { name: 'Master', mail: 'master@reader.example' }
      const short = await master.send(await master.get(path), { ...typed, password: 'short' })
      assert.equal(short.status, 422)
      assert.match(short.text, /value="Master"/)
      const made = await master.send(short, { ...typed, password: PASSWORD })
      assert.equal(made.status, 303)
      assert.deepEqual((await me(master)).roles, ['admin'])
      assert.equal((await s.someone().get(path)).status, 410)
    })

    test('many tries of a password are refused before they are looked at', async () => {
      await using s = await setUp()
      await visitor(s.site, 'Known')
      const statuses = []
      for (let at = 0; at < 11; at++) {
        const headers = { 'x-forwarded-for': `198.51.100.${at}` }
        const fields = { mail: 'known@reader.example', password: `guess number ${at}`, language: 'en' }
        statuses.push((await s.someone().post('/en/sign-in', fields, headers)).status)
      }
      assert.deepEqual(statuses, [...Array(10).fill(422), 429])
    })
  })
}

async function me(browser: Browser): Promise<{ name?: string; roles?: string[] }> {
  const answer = await browser.get('/me')
  assert.equal(answer.headers.get('cache-control'), 'no-store')
  return JSON.parse(answer.text)
}

/** What somebody who watches sees of an answer, without what is random in every one. */
function seen({ status, headers, text, location }: Page, mail: string) {
  const said = [...headers].filter(([name]) => !['date', 'set-cookie', 'content-length', 'x-request-id'].includes(name))
  const cookies = headers.getSetCookie().map((line) => line.replace(/=[^;]*/, '='))
  const words = text.replaceAll(/name="key" value="[^"]*"/g, '').replaceAll(mail, 'MAIL')
  return { status, said, cookies, words, location }
}
